#include <unicode/translit.h>

#include "Support.hpp"

struct hl_transliterator {
    icu::Transliterator *transliterator;
};

extern "C" hl_status hl_transliterator_open(
    const char *id, bool reverse, hl_transliterator **transliterator) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    UParseError error;
    auto name = icu::UnicodeString::fromUTF8(icu::StringPiece(id));
    auto object = icu::Transliterator::createInstance(name, reverse ? UTRANS_REVERSE : UTRANS_FORWARD, error, status);
    return hl::wrap(object, status, transliterator);
}

extern "C" hl_status hl_transliterator_clone(
    const hl_transliterator *transliterator, hl_transliterator **clone) noexcept {
    return hl::wrap(transliterator->transliterator->clone(), U_ZERO_ERROR, clone);
}

extern "C" void hl_transliterator_close(hl_transliterator *transliterator) noexcept {
    delete transliterator->transliterator;
    delete transliterator;
}

extern "C" hl_status hl_transliterate(
    hl_transliterator *transliterator, const uint8_t *text, int64_t count, hl_bytes *result) noexcept {
    *result = {nullptr, 0};
    if (!hl::fits(count)) { return hl::tooLong; }
    auto string = hl::string(text, count);
    if (string.isBogus()) { return U_MEMORY_ALLOCATION_ERROR; }
    transliterator->transliterator->transliterate(string);
    if (string.isBogus()) { return U_MEMORY_ALLOCATION_ERROR; }
    hl::Sink sink;
    string.toUTF8(sink);
    return sink.release(result);
}
