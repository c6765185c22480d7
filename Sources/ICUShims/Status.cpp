#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include "Support.hpp"

extern "C" const char *hl_status_name(hl_status status) noexcept {
    return u_errorName(static_cast<UErrorCode>(status));
}

extern "C" void hl_icu_version(int32_t *major, int32_t *minor) noexcept {
    UVersionInfo version = {};
    u_getVersion(version);
    *major = version[0];
    *minor = version[1];
}

extern "C" void hl_unicode_version(int32_t *major, int32_t *minor) noexcept {
    UVersionInfo version = {};
    u_getUnicodeVersion(version);
    *major = version[0];
    *minor = version[1];
}

extern "C" void hl_free(void *memory) noexcept {
    std::free(memory);
}
