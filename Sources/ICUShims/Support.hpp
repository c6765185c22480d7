// What the shims share: length checks, memory for results, and UTF-8 in and out of ICU's strings.
//
// Memory comes from malloc or from `new (std::nothrow)`, and a failure is a status code: no exception is ever thrown.

#ifndef HL_SUPPORT_HPP
#define HL_SUPPORT_HPP

#include <unicode/bytestream.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>

#include "ICUShims.h"

namespace hl {

// The answer to a text longer than ICU's 32-bit offsets can count.
constexpr hl_status tooLong = U_INDEX_OUTOFBOUNDS_ERROR;

inline bool fits(int64_t count) {
    return count >= 0 && count <= std::numeric_limits<int32_t>::max();
}

// A null pointer, as an empty text may have, becomes one that ICU accepts.
inline const char *characters(const uint8_t *text) {
    return text ? reinterpret_cast<const char *>(text) : "";
}

// For texts whose length has been checked with `fits`.
inline icu::StringPiece piece(const uint8_t *text, int64_t count) {
    return icu::StringPiece(characters(text), static_cast<int32_t>(count));
}

// Ill-formed bytes become U+FFFD. Bogus if memory is short.
inline icu::UnicodeString string(const uint8_t *text, int64_t count) {
    return icu::UnicodeString::fromUTF8(piece(text, count));
}

// Bytes in memory from malloc, given to the caller with `release`.
class Sink final : public icu::ByteSink {
public:
    Sink() = default;
    ~Sink() override { std::free(data_); }

    void Append(const char *bytes, int32_t count) override {
        if (count <= 0 || !reserve(count)) { return; }
        std::memcpy(data_ + count_, bytes, static_cast<size_t>(count));
        count_ += count;
    }

    // False if memory is short; every later call then fails as well.
    bool reserve(int64_t extra) {
        if (failed_) { return false; }
        if (data_ && count_ + extra <= capacity_) { return true; }
        int64_t capacity = count_ + extra + count_ / 2 + 16;
        void *grown = std::realloc(data_, static_cast<size_t>(capacity));
        failed_ = grown == nullptr;
        if (failed_) { return false; }
        data_ = static_cast<uint8_t *>(grown);
        capacity_ = capacity;
        return true;
    }

    hl_status release(hl_bytes *bytes) {
        if (!reserve(0)) { return U_MEMORY_ALLOCATION_ERROR; }
        *bytes = {data_, count_};
        data_ = nullptr;
        return U_ZERO_ERROR;
    }

private:
    uint8_t *data_ = nullptr;
    int64_t count_ = 0;
    int64_t capacity_ = 0;
    bool failed_ = false;
};

// Puts an ICU object into a handle of ours, and destroys it if there is no memory for the handle.
template <typename Handle, typename Object>
hl_status wrap(Object *object, UErrorCode status, Handle **handle) {
    *handle = nullptr;
    if (U_SUCCESS(status) && object == nullptr) { status = U_MEMORY_ALLOCATION_ERROR; }
    if (U_SUCCESS(status)) {
        *handle = new (std::nothrow) Handle{object};
        if (*handle) { return U_ZERO_ERROR; }
        status = U_MEMORY_ALLOCATION_ERROR;
    }
    delete object;
    return status;
}

}  // namespace hl

#endif
