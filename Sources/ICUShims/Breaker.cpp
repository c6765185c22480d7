#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "Support.hpp"

// A whole pass runs on a UTF-16 copy, which ICU's dictionaries read a third faster than UTF-8; single queries run on
// the UTF-8 itself, which needs no copy and no offset map.
struct hl_breaker {
    icu::BreakIterator *iterator;
    // The UTF-16 copy, kept for the next pass.
    char16_t *units = nullptr;
    int32_t capacity = 0;
    // The pass: its text, and where it stands in both encodings.
    const uint8_t *bytes = nullptr;
    int32_t byteCount = 0;
    int32_t byteOffset = 0;
    int32_t unitOffset = 0;

    bool reserve(int32_t count);
    int32_t transcode();
    int32_t advance(int32_t unit);
};

namespace {

const char16_t noUnits[] = u"";

using Create = icu::BreakIterator *(*)(const icu::Locale &, UErrorCode &);

hl_status open(Create create, const char *name, hl_breaker **breaker) {
    *breaker = nullptr;
    icu::Locale locale(name);
    // ICU would quietly take the root locale's rules.
    if (locale.isBogus()) { return U_ILLEGAL_ARGUMENT_ERROR; }
    UErrorCode status = U_ZERO_ERROR;
    icu::BreakIterator *iterator = create(locale, status);
    return hl::wrap(iterator, status, breaker);
}

hl_status setUnits(icu::BreakIterator *iterator, const char16_t *units, int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUChars(&text, units, count, &status);
    if (U_SUCCESS(status)) { iterator->setText(&text, status); }
    utext_close(&text);
    return status;
}

}  // namespace

bool hl_breaker::reserve(int32_t count) {
    if (count <= capacity) { return true; }
    std::free(units);
    units = static_cast<char16_t *>(std::malloc(static_cast<size_t>(count) * sizeof(char16_t)));
    capacity = units ? count : 0;
    return units != nullptr;
}

// `advance` must read the bytes just as this does, or the offsets drift apart after ill-formed bytes.
int32_t hl_breaker::transcode() {
    int32_t count = 0;
    for (int32_t index = 0; index < byteCount;) {
        UChar32 scalar;
        U8_NEXT_OR_FFFD(bytes, index, byteCount, scalar);
        U16_APPEND_UNSAFE(units, count, scalar);
    }
    return count;
}

int32_t hl_breaker::advance(int32_t unit) {
    while (unitOffset < unit && byteOffset < byteCount) {
        UChar32 scalar;
        U8_NEXT_OR_FFFD(bytes, byteOffset, byteCount, scalar);
        unitOffset += U16_LENGTH(scalar);
    }
    return byteOffset;
}

extern "C" hl_status hl_breaker_open_words(const char *locale, hl_breaker **breaker) noexcept {
    return open(icu::BreakIterator::createWordInstance, locale, breaker);
}

extern "C" hl_status hl_breaker_open_sentences(const char *locale, hl_breaker **breaker) noexcept {
    return open(icu::BreakIterator::createSentenceInstance, locale, breaker);
}

extern "C" hl_status hl_breaker_clone(const hl_breaker *breaker, hl_breaker **clone) noexcept {
    return hl::wrap(breaker->iterator->clone(), U_ZERO_ERROR, clone);
}

extern "C" void hl_breaker_close(hl_breaker *breaker) noexcept {
    delete breaker->iterator;
    std::free(breaker->units);
    delete breaker;
}

extern "C" hl_status hl_breaker_set_text(hl_breaker *breaker, const uint8_t *bytes, int64_t count) noexcept {
    if (!hl::fits(count)) { return hl::tooLong; }
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, hl::characters(bytes), count, &status);
    // The iterator keeps a clone, so that ours can go.
    if (U_SUCCESS(status)) { breaker->iterator->setText(&text, status); }
    utext_close(&text);
    return status;
}

extern "C" void hl_breaker_clear_text(hl_breaker *breaker) noexcept {
    setUnits(breaker->iterator, noUnits, 0);
    breaker->bytes = nullptr;
    breaker->byteCount = 0;
}

extern "C" bool hl_breaker_is_boundary(hl_breaker *breaker, int32_t offset) noexcept {
    return breaker->iterator->isBoundary(offset);
}

extern "C" int32_t hl_breaker_preceding(hl_breaker *breaker, int32_t offset) noexcept {
    return breaker->iterator->preceding(offset);
}

extern "C" int32_t hl_breaker_following(hl_breaker *breaker, int32_t offset) noexcept {
    return breaker->iterator->following(offset);
}

extern "C" int32_t hl_breaker_rule_status(const hl_breaker *breaker) noexcept {
    return breaker->iterator->getRuleStatus();
}

extern "C" hl_status hl_breaker_begin(hl_breaker *breaker, const uint8_t *bytes, int64_t count) noexcept {
    if (!hl::fits(count)) { return hl::tooLong; }
    // Before the copy is replaced, nothing may point at it any more.
    hl_breaker_clear_text(breaker);
    if (!breaker->reserve(static_cast<int32_t>(count))) { return U_MEMORY_ALLOCATION_ERROR; }
    breaker->bytes = bytes;
    breaker->byteCount = static_cast<int32_t>(count);
    breaker->byteOffset = 0;
    breaker->unitOffset = 0;
    int32_t units = breaker->transcode();
    hl_status status = setUnits(breaker->iterator, units ? breaker->units : noUnits, units);
    breaker->iterator->first();
    return status;
}

extern "C" hl_status hl_breaker_next(
    hl_breaker *breaker, int32_t *boundaries, int32_t *statuses, int32_t capacity, int32_t *written) noexcept {
    int32_t count = 0;
    while (count < capacity) {
        int32_t unit = breaker->iterator->next();
        if (unit == icu::BreakIterator::DONE) { break; }
        boundaries[count] = breaker->advance(unit);
        statuses[count] = breaker->iterator->getRuleStatus();
        count += 1;
    }
    *written = count;
    return U_ZERO_ERROR;
}
