#include <unicode/coll.h>
#include <unicode/localpointer.h>
#include <unicode/strenum.h>

#include <strings.h>

#include "Support.hpp"

struct hl_collator {
    icu::Collator *collator;
};

namespace {

// Whether the language has the collation that the locale names, if it names one. For one that it lacks ICU silently takes
// the language's usual order, which would be a wrong answer; the status of opening cannot tell, because ICU caches it
// together with the order and hands it to whoever asks for that order next.
bool hasCollation(const icu::Locale &locale, UErrorCode &status) {
    char type[ULOC_KEYWORDS_CAPACITY];
    int32_t count = locale.getKeywordValue("collation", type, sizeof type, status);
    if (U_FAILURE(status) || count == 0 || strncasecmp(type, "default", sizeof type) == 0) { return true; }
    icu::LocalPointer<icu::StringEnumeration> types(
        icu::Collator::getKeywordValuesForLocale("collation", locale, false, status));
    if (U_FAILURE(status)) { return false; }
    while (const char *known = types->next(nullptr, status)) {
        if (strncasecmp(type, known, sizeof type) == 0) { return true; }
    }
    return false;
}

}  // namespace

extern "C" hl_status hl_collator_open(const char *name, hl_collator **collator) noexcept {
    *collator = nullptr;
    icu::Locale locale(name);
    UErrorCode status = U_ZERO_ERROR;
    if (!hasCollation(locale, status) && U_SUCCESS(status)) { status = U_MISSING_RESOURCE_ERROR; }
    if (U_FAILURE(status)) { return status; }
    icu::Collator *object = icu::Collator::createInstance(locale, status);
    return hl::wrap(object, status, collator);
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
