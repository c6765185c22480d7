#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include "Support.hpp"

namespace {

// ICU's own instance, shared and immutable.
const icu::Normalizer2 *instance(hl_form form, UErrorCode &status) {
    switch (form) {
    case HL_NFC:
        return icu::Normalizer2::getNFCInstance(status);
    case HL_NFD:
        return icu::Normalizer2::getNFDInstance(status);
    case HL_NFKC:
        return icu::Normalizer2::getNFKCInstance(status);
    case HL_NFKD:
        return icu::Normalizer2::getNFKDInstance(status);
    }
    status = U_ILLEGAL_ARGUMENT_ERROR;
    return nullptr;
}

hl_status copy(const icu::Edits &edits, hl_edits *result) {
    auto memory = std::malloc(sizeof(hl_edit) * (static_cast<size_t>(edits.numberOfChanges()) + 1));
    if (!memory) { return U_MEMORY_ALLOCATION_ERROR; }
    auto data = static_cast<hl_edit *>(memory);
    UErrorCode status = U_ZERO_ERROR;
    int64_t count = 0;
    for (auto edit = edits.getFineChangesIterator(); edit.next(status); ++count) {
        data[count] = {edit.sourceIndex(), edit.oldLength(), edit.destinationIndex(), edit.newLength()};
    }
    *result = {data, count};
    return status;
}

}  // namespace

extern "C" hl_status hl_normalize(
    hl_form form, const uint8_t *text, int64_t count, hl_bytes *result, hl_edits *edits) noexcept {
    *result = {nullptr, 0};
    if (edits) { *edits = {nullptr, 0}; }
    if (!hl::fits(count)) { return hl::tooLong; }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = instance(form, status);
    if (U_FAILURE(status)) { return status; }
    icu::Edits changes;
    hl::Sink sink;
    if (!sink.reserve(count)) { return U_MEMORY_ALLOCATION_ERROR; }
    normalizer->normalizeUTF8(0, hl::piece(text, count), sink, edits ? &changes : nullptr, status);
    if (edits) { changes.copyErrorTo(status); }
    if (U_FAILURE(status)) { return status; }
    if (edits) {
        hl_status copied = copy(changes, edits);
        if (U_FAILURE(static_cast<UErrorCode>(copied))) { return copied; }
    }
    return sink.release(result);
}

extern "C" hl_status hl_is_normalized(hl_form form, const uint8_t *text, int64_t count, bool *result) noexcept {
    *result = false;
    if (!hl::fits(count)) { return hl::tooLong; }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = instance(form, status);
    if (U_FAILURE(status)) { return status; }
    *result = normalizer->isNormalizedUTF8(hl::piece(text, count), status);
    return status;
}
