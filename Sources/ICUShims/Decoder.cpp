#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "Support.hpp"

struct hl_decoder {
    UConverter *converter;
    // Bytes given to the converter so far.
    int64_t consumed = 0;
    // The first half of a surrogate pair that the converter has cut in two, or zero.
    char16_t lead = 0;
};

namespace {

// What the converter may read in one step: it refuses longer pieces than 32 bits can count.
constexpr int64_t stepLimit = 1 << 20;
constexpr int32_t stepUnits = 8192;
constexpr UChar32 replacement = 0xFFFD;

// Appends UTF-8 to a buffer known to be large enough.
struct Writer {
    uint8_t *bytes;
    int32_t count = 0;

    void append(UChar32 scalar) { U8_APPEND_UNSAFE(bytes, count, scalar); }

    // Surrogates without a partner, which only charsets such as UTF-7 can yield, become U+FFFD.
    void append(const char16_t *units, int32_t unitCount, char16_t &lead) {
        for (int32_t index = 0; index < unitCount; ++index) {
            char16_t unit = units[index];
            if (lead && U16_IS_TRAIL(unit)) {
                append(U16_GET_SUPPLEMENTARY(lead, unit));
                lead = 0;
                continue;
            }
            endPair(lead);
            if (U16_IS_LEAD(unit)) {
                lead = unit;
            } else {
                append(U16_IS_TRAIL(unit) ? replacement : unit);
            }
        }
    }

    void endPair(char16_t &lead) {
        if (lead) { append(replacement); }
        lead = 0;
    }
};

bool isMalformed(UErrorCode status) {
    switch (status) {
    case U_INVALID_CHAR_FOUND:
    case U_ILLEGAL_CHAR_FOUND:
    case U_TRUNCATED_CHAR_FOUND:
    case U_ILLEGAL_ESCAPE_SEQUENCE:
    case U_UNSUPPORTED_ESCAPE_SEQUENCE:
        return true;
    default:
        return false;
    }
}

// ICU also takes a name for a file and a missing name for the system's default, neither of which a name from outside
// may reach.
bool isName(const char *name) {
    if (!name || !*name) { return false; }
    return std::strpbrk(name, "/\\") == nullptr;
}

}  // namespace

extern "C" hl_status hl_decoder_open(const char *charset, hl_decoder **decoder) noexcept {
    *decoder = nullptr;
    if (!isName(charset)) { return U_ILLEGAL_ARGUMENT_ERROR; }
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &status);
    // Stop at malformed input instead of replacing it, to learn where it is.
    if (U_SUCCESS(status)) {
        ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }
    if (U_SUCCESS(status)) {
        *decoder = new (std::nothrow) hl_decoder{converter};
        if (*decoder) { return U_ZERO_ERROR; }
        status = U_MEMORY_ALLOCATION_ERROR;
    }
    ucnv_close(converter);
    return status;
}

extern "C" void hl_decoder_close(hl_decoder *decoder) noexcept {
    ucnv_close(decoder->converter);
    delete decoder;
}

extern "C" void hl_decoder_reset(hl_decoder *decoder) noexcept {
    ucnv_resetToUnicode(decoder->converter);
    decoder->consumed = 0;
    decoder->lead = 0;
}

extern "C" const char *hl_decoder_name(const hl_decoder *decoder) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    const char *name = ucnv_getName(decoder->converter, &status);
    return U_SUCCESS(status) && name ? name : "";
}

extern "C" hl_status hl_decoder_step(
    hl_decoder *decoder, const uint8_t **source, const uint8_t *limit, bool flush,
    uint8_t *target, int32_t capacity, int32_t *written, hl_decoder_event *event, int64_t *malformed) noexcept {
    *written = 0;
    if (capacity < HL_DECODER_MINIMUM) { return U_BUFFER_OVERFLOW_ERROR; }

    char16_t units[stepUnits];
    // Three bytes for a unit at most, three for a lead from before, three for U+FFFD.
    int32_t unitCapacity = std::min((capacity - 6) / 3, stepUnits);
    const char *start = hl::characters(*source);
    int64_t available = *source ? limit - *source : 0;
    bool isLast = available <= stepLimit;
    const char *position = start;
    char16_t *unit = units;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(
        decoder->converter, &unit, units + unitCapacity, &position, start + std::min(available, stepLimit), nullptr,
        flush && isLast, &status);
    decoder->consumed += position - start;
    if (*source) { *source += position - start; }

    Writer writer{target};
    writer.append(units, static_cast<int32_t>(unit - units), decoder->lead);
    *event = isLast ? HL_DECODER_DONE : HL_DECODER_MORE;
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        *event = HL_DECODER_MORE;
        status = U_ZERO_ERROR;
    } else if (isMalformed(status)) {
        *event = status == U_TRUNCATED_CHAR_FOUND ? HL_DECODER_TRUNCATED : HL_DECODER_MALFORMED;
        writer.endPair(decoder->lead);
        writer.append(replacement);
        char invalid[32];
        int8_t invalidCount = sizeof invalid;
        status = U_ZERO_ERROR;
        ucnv_getInvalidChars(decoder->converter, invalid, &invalidCount, &status);
        // Bytes behind the malformed ones that the converter has taken back, to read them again.
        int32_t pending = ucnv_toUCountPending(decoder->converter, &status);
        int64_t offset = decoder->consumed - pending - invalidCount;
        // UTF-16 hides half of a unit that it has taken back across two chunks; but nothing begins inside a unit.
        *malformed = offset - offset % ucnv_getMinCharSize(decoder->converter);
    } else if (flush && isLast) {
        writer.endPair(decoder->lead);
    }
    *written = writer.count;
    return status;
}
