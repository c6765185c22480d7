#include <unicode/coll.h>

#include "Support.hpp"

struct hl_collator {
    icu::Collator *collator;
};

extern "C" hl_status hl_collator_open(const char *locale, hl_collator **collator) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    icu::Collator *object = icu::Collator::createInstance(icu::Locale(locale), status);
    // Another order than the one asked for would look like an answer.
    if (status == U_USING_DEFAULT_WARNING) { status = U_MISSING_RESOURCE_ERROR; }
    return hl::wrap(object, status, collator);
}

extern "C" hl_status hl_collator_clone(const hl_collator *collator, hl_collator **clone) noexcept {
    return hl::wrap(collator->collator->clone(), U_ZERO_ERROR, clone);
}

extern "C" void hl_collator_close(hl_collator *collator) noexcept {
    delete collator->collator;
    delete collator;
}

extern "C" hl_status hl_collator_compare(
    const hl_collator *collator, const uint8_t *left, int64_t leftCount,
    const uint8_t *right, int64_t rightCount, int32_t *order) noexcept {
    *order = 0;
    if (!hl::fits(leftCount) || !hl::fits(rightCount)) { return hl::tooLong; }
    UErrorCode status = U_ZERO_ERROR;
    *order = collator->collator->compareUTF8(hl::piece(left, leftCount), hl::piece(right, rightCount), status);
    return status;
}

extern "C" hl_status hl_collator_sort_key(
    const hl_collator *collator, const uint8_t *text, int64_t count, hl_bytes *key) noexcept {
    *key = {nullptr, 0};
    if (!hl::fits(count)) { return hl::tooLong; }
    auto string = hl::string(text, count);
    if (string.isBogus()) { return U_MEMORY_ALLOCATION_ERROR; }
    // Most Han characters take three bytes for each of their units; a key that does not fit is written again.
    int64_t guess = int64_t{string.length()} * 4 + 16;
    int32_t capacity = hl::fits(guess) ? static_cast<int32_t>(guess) : string.length();
    for (;;) {
        auto data = static_cast<uint8_t *>(std::malloc(static_cast<size_t>(capacity)));
        if (!data) { return U_MEMORY_ALLOCATION_ERROR; }
        int32_t needed = collator->collator->getSortKey(string, data, capacity);
        if (needed > 0 && needed <= capacity) {
            *key = {data, needed - 1};
            return U_ZERO_ERROR;
        }
        std::free(data);
        if (needed <= 0) { return U_INTERNAL_PROGRAM_ERROR; }
        capacity = needed;
    }
}
