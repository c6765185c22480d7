#include <unicode/ucharstrie.h>
#include <unicode/udata.h>

#include "Support.hpp"

// The layout of a compiled break dictionary ("Dict", version 1), which has not changed since ICU 50: eight 32-bit
// indexes, of which the first is the offset of the trie, the fourth the size of the whole, and the fifth tells the kind
// of trie; then a serialized `UCharsTrie`, whose class is public API. Anything else is refused, and the caller falls
// back on the break iterator.
struct hl_dictionary {
    UDataMemory *memory;
    const char16_t *trie;
};

namespace {

constexpr int32_t indexCount = 8;
constexpr int32_t trieOffsetIndex = 0;
constexpr int32_t totalSizeIndex = 3;
constexpr int32_t trieTypeIndex = 4;
constexpr int32_t trieTypeMask = 7;
constexpr int32_t trieOfUnits = 1;

UBool isDictionary(void *, const char *, const char *, const UDataInfo *info) {
    const uint8_t *format = info->dataFormat;
    return info->size >= 20 && info->isBigEndian == U_IS_BIG_ENDIAN && info->charsetFamily == U_CHARSET_FAMILY
        && format[0] == 'D' && format[1] == 'i' && format[2] == 'c' && format[3] == 't' && info->formatVersion[0] == 1;
}

// Results grow here; a failure is remembered and told once.
class Units {
public:
    ~Units() { std::free(data_); }

    void append(uint16_t unit) {
        if (count_ == capacity_ && !grow()) { return; }
        data_[count_++] = unit;
    }

    hl_status release(hl_units *units) {
        if (failed_) { return U_MEMORY_ALLOCATION_ERROR; }
        *units = {data_, count_};
        data_ = nullptr;
        return U_ZERO_ERROR;
    }

private:
    bool grow() {
        if (failed_) { return false; }
        int64_t capacity = capacity_ * 2 + 256;
        void *grown = std::realloc(data_, static_cast<size_t>(capacity) * sizeof(uint16_t));
        failed_ = grown == nullptr;
        if (failed_) { return false; }
        data_ = static_cast<uint16_t *>(grown);
        capacity_ = capacity;
        return true;
    }

    uint16_t *data_ = nullptr;
    int64_t count_ = 0;
    int64_t capacity_ = 0;
    bool failed_ = false;
};

}  // namespace

extern "C" hl_status hl_dictionary_open(hl_dictionary **dictionary) noexcept {
    *dictionary = nullptr;
    UErrorCode status = U_ZERO_ERROR;
    UDataMemory *memory =
        udata_openChoice(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", isDictionary, nullptr, &status);
    if (U_FAILURE(status)) { return status; }
    const int32_t *indexes = static_cast<const int32_t *>(udata_getMemory(memory));
    const int32_t offset = indexes[trieOffsetIndex];
    const bool isReadable = offset >= indexCount * static_cast<int32_t>(sizeof(int32_t)) && offset % 2 == 0
        && offset < indexes[totalSizeIndex] && (indexes[trieTypeIndex] & trieTypeMask) == trieOfUnits;
    if (!isReadable) {
        udata_close(memory);
        return U_INVALID_FORMAT_ERROR;
    }
    const char *bytes = reinterpret_cast<const char *>(indexes);
    *dictionary = new (std::nothrow) hl_dictionary{memory, reinterpret_cast<const char16_t *>(bytes + offset)};
    if (*dictionary) { return U_ZERO_ERROR; }
    udata_close(memory);
    return U_MEMORY_ALLOCATION_ERROR;
}

extern "C" void hl_dictionary_close(hl_dictionary *dictionary) noexcept {
    udata_close(dictionary->memory);
    delete dictionary;
}

extern "C" int32_t hl_dictionary_cost(
    const hl_dictionary *dictionary, const uint16_t *word, int32_t count) noexcept {
    icu::UCharsTrie trie(icu::ConstChar16Ptr(dictionary->trie));
    UStringTrieResult result = USTRINGTRIE_NO_VALUE;
    for (int32_t index = 0; index < count; index++) {
        result = trie.next(word[index]);
        if (result == USTRINGTRIE_NO_MATCH) { return -1; }
    }
    return USTRINGTRIE_HAS_VALUE(result) ? trie.getValue() : -1;
}

extern "C" hl_status hl_dictionary_words(
    const hl_dictionary *dictionary, uint16_t first, hl_units *words) noexcept {
    *words = {nullptr, 0};
    icu::UCharsTrie trie(icu::ConstChar16Ptr(dictionary->trie));
    if (trie.first(first) == USTRINGTRIE_NO_MATCH) { return U_ZERO_ERROR; }
    UErrorCode status = U_ZERO_ERROR;
    icu::UCharsTrie::Iterator iterator(trie, 0, status);
    Units units;
    while (iterator.next(status)) {
        const icu::UnicodeString &rest = iterator.getString();
        const int32_t cost = iterator.getValue();
        if (rest.length() >= UINT16_MAX || cost < 0 || cost > UINT16_MAX) { continue; }
        units.append(static_cast<uint16_t>(cost));
        units.append(static_cast<uint16_t>(rest.length()));
        for (int32_t index = 0; index < rest.length(); index++) { units.append(rest.charAt(index)); }
    }
    return U_FAILURE(status) ? status : units.release(words);
}
