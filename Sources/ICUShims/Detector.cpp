#include <unicode/ucsdet.h>

#include "Support.hpp"

struct hl_detector {
    UCharsetDetector *handle;
    // Owned by the detector, good until its next use.
    const UCharsetMatch **matches = nullptr;
    int32_t count = 0;
};

extern "C" hl_status hl_detector_open(hl_detector **detector) noexcept {
    *detector = nullptr;
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *handle = ucsdet_open(&status);
    if (U_FAILURE(status)) { return status; }
    *detector = new (std::nothrow) hl_detector{handle};
    if (*detector) { return U_ZERO_ERROR; }
    ucsdet_close(handle);
    return U_MEMORY_ALLOCATION_ERROR;
}

extern "C" void hl_detector_close(hl_detector *detector) noexcept {
    ucsdet_close(detector->handle);
    delete detector;
}

extern "C" hl_status hl_detector_detect(
    hl_detector *detector, const uint8_t *sample, int64_t count, int32_t *candidates) noexcept {
    *candidates = 0;
    detector->count = 0;
    if (!hl::fits(count)) { return hl::tooLong; }
    UErrorCode status = U_ZERO_ERROR;
    ucsdet_setText(detector->handle, hl::characters(sample), static_cast<int32_t>(count), &status);
    detector->matches = ucsdet_detectAll(detector->handle, &detector->count, &status);
    if (U_FAILURE(status) || !detector->matches) { detector->count = 0; }
    // How ICU says that nothing fits.
    if (status == U_INVALID_CHAR_FOUND) { status = U_ZERO_ERROR; }
    *candidates = detector->count;
    return status;
}

extern "C" hl_status hl_detector_candidate(
    hl_detector *detector, int32_t index, const char **name, const char **language, int32_t *confidence) noexcept {
    if (index < 0 || index >= detector->count) { return U_INDEX_OUTOFBOUNDS_ERROR; }
    UErrorCode status = U_ZERO_ERROR;
    *name = ucsdet_getName(detector->matches[index], &status);
    *language = ucsdet_getLanguage(detector->matches[index], &status);
    *confidence = ucsdet_getConfidence(detector->matches[index], &status);
    return status;
}
