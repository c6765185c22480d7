#include <unicode/uregex.h>
#include <unicode/utext.h>

#include "Support.hpp"

struct hl_regex {
    URegularExpression *handle;
};

namespace {

uint32_t flags(uint32_t options) {
    uint32_t result = 0;
    if (options & HL_REGEX_CASE_INSENSITIVE) { result |= UREGEX_CASE_INSENSITIVE; }
    if (options & HL_REGEX_COMMENTS) { result |= UREGEX_COMMENTS; }
    if (options & HL_REGEX_MULTILINE) { result |= UREGEX_MULTILINE; }
    if (options & HL_REGEX_DOT_ALL) { result |= UREGEX_DOTALL; }
    if (options & HL_REGEX_UNIX_LINES) { result |= UREGEX_UNIX_LINES; }
    if (options & HL_REGEX_LITERAL) { result |= UREGEX_LITERAL; }
    if (options & HL_REGEX_UNICODE_WORDS) { result |= UREGEX_UWORD; }
    return result;
}

hl_status adopt(URegularExpression *handle, UErrorCode status, hl_regex **regex) {
    *regex = nullptr;
    if (U_SUCCESS(status)) {
        *regex = new (std::nothrow) hl_regex{handle};
        if (*regex) { return U_ZERO_ERROR; }
        status = U_MEMORY_ALLOCATION_ERROR;
    }
    uregex_close(handle);
    return status;
}

}  // namespace

extern "C" hl_status hl_regex_open(
    const uint8_t *pattern, int64_t count, uint32_t options, int32_t timeLimit, int32_t stackLimit,
    hl_regex **regex, int32_t *line, int32_t *offset) noexcept {
    *regex = nullptr;
    *line = -1;
    *offset = -1;
    if (!hl::fits(count)) { return hl::tooLong; }
    auto string = hl::string(pattern, count);
    if (string.isBogus()) { return U_MEMORY_ALLOCATION_ERROR; }
    UErrorCode status = U_ZERO_ERROR;
    UParseError error = {-1, -1, {}, {}};
    auto handle = uregex_open(string.getBuffer(), string.length(), flags(options), &error, &status);
    if (U_FAILURE(status)) {
        // ICU leaves the line at zero where it has no place to tell.
        if (error.line > 0) {
            *line = error.line;
            *offset = error.offset;
        }
        return status;
    }
    uregex_setTimeLimit(handle, timeLimit, &status);
    uregex_setStackLimit(handle, stackLimit, &status);
    return adopt(handle, status, regex);
}

extern "C" hl_status hl_regex_clone(const hl_regex *regex, hl_regex **clone) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    auto handle = uregex_clone(regex->handle, &status);
    // A clone shares the pattern but starts without limits.
    if (U_SUCCESS(status)) {
        uregex_setTimeLimit(handle, uregex_getTimeLimit(regex->handle, &status), &status);
        uregex_setStackLimit(handle, uregex_getStackLimit(regex->handle, &status), &status);
    }
    return adopt(handle, status, clone);
}

extern "C" void hl_regex_close(hl_regex *regex) noexcept {
    uregex_close(regex->handle);
    delete regex;
}

extern "C" int32_t hl_regex_group_count(const hl_regex *regex) noexcept {
    // The status can only tell of a handle that is no handle.
    UErrorCode status = U_ZERO_ERROR;
    return uregex_groupCount(regex->handle, &status);
}

extern "C" hl_status hl_regex_group_number(const hl_regex *regex, const char *name, int32_t *number) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    *number = uregex_groupNumberFromCName(regex->handle, name, -1, &status);
    if (status == U_REGEX_INVALID_CAPTURE_GROUP_NAME) {
        *number = -1;
        return U_ZERO_ERROR;
    }
    return status;
}

extern "C" hl_status hl_regex_set_text(hl_regex *regex, const uint8_t *bytes, int64_t count) noexcept {
    if (!hl::fits(count)) { return hl::tooLong; }
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, hl::characters(bytes), count, &status);
    // The matcher keeps a clone, so that ours can go.
    uregex_setUText(regex->handle, &text, &status);
    utext_close(&text);
    return status;
}

extern "C" void hl_regex_clear_text(hl_regex *regex) noexcept {
    hl_regex_set_text(regex, nullptr, 0);
}

extern "C" hl_status hl_regex_find_next(hl_regex *regex, bool *found) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    *found = uregex_findNext(regex->handle, &status);
    return status;
}

extern "C" hl_status hl_regex_matches(hl_regex *regex, bool *found) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    *found = uregex_matches64(regex->handle, 0, &status);
    return status;
}

extern "C" hl_status hl_regex_group(const hl_regex *regex, int32_t group, int64_t *start, int64_t *end) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    *start = uregex_start64(regex->handle, group, &status);
    *end = uregex_end64(regex->handle, group, &status);
    return status;
}
