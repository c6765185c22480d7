// Empty on purpose: the target carries link flags only; ICU's headers stay inside ICUShims.
