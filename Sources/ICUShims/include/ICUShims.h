// The C face of the parts of ICU that ICUKit uses. Includes nothing of ICU: its headers clash with other copies of ICU
// that a program may hold, and its symbols carry the major version in their names.
//
// Rules for all functions:
// - The result is ICU's status code: zero or less is success.
// - Text goes in as UTF-8 bytes and is only read during the call, unless the function says otherwise.
// - Offsets are UTF-8 offsets. Lengths that ICU's 32-bit offsets cannot hold are refused with an error.
// - Functions that take a const handle may run beside each other on the same handle, all others need it to themselves.
// - `…_close` takes what the matching `…_open` or `…_clone` has made.

#ifndef HL_ICU_SHIMS_H
#define HL_ICU_SHIMS_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
#define HL_NOEXCEPT noexcept
extern "C" {
#else
#define HL_NOEXCEPT
#endif

// Status and versions

typedef int32_t hl_status;

// The code's name, a string that lives as long as the program.
const char *hl_status_name(hl_status status) HL_NOEXCEPT;
// Major and minor version of the ICU that is linked at run time.
void hl_icu_version(int32_t *major, int32_t *minor) HL_NOEXCEPT;
// Major and minor version of the Unicode that it implements.
void hl_unicode_version(int32_t *major, int32_t *minor) HL_NOEXCEPT;

// Memory that a function hands to its caller, who gives it back with `hl_free`.
typedef struct hl_bytes {
    uint8_t *data;
    int64_t count;
} hl_bytes;

void hl_free(void *memory) HL_NOEXCEPT;

// Text boundaries

typedef struct hl_breaker hl_breaker;

hl_status hl_breaker_open_words(const char *locale, hl_breaker **breaker) HL_NOEXCEPT;
hl_status hl_breaker_open_sentences(const char *locale, hl_breaker **breaker) HL_NOEXCEPT;
hl_status hl_breaker_clone(const hl_breaker *breaker, hl_breaker **clone) HL_NOEXCEPT;
void hl_breaker_close(hl_breaker *breaker) HL_NOEXCEPT;
// Points the breaker at a text, which must stay in place until `hl_breaker_clear_text`.
hl_status hl_breaker_set_text(hl_breaker *breaker, const uint8_t *text, int64_t count) HL_NOEXCEPT;
// Points the breaker at an empty text.
void hl_breaker_clear_text(hl_breaker *breaker) HL_NOEXCEPT;
// Queries on the text that was set. A missing boundary is -1.
bool hl_breaker_is_boundary(hl_breaker *breaker, int32_t offset) HL_NOEXCEPT;
int32_t hl_breaker_preceding(hl_breaker *breaker, int32_t offset) HL_NOEXCEPT;
int32_t hl_breaker_following(hl_breaker *breaker, int32_t offset) HL_NOEXCEPT;
// ICU's rule status of the segment that ends at the boundary which the last query has found.
int32_t hl_breaker_rule_status(const hl_breaker *breaker) HL_NOEXCEPT;
// Starts a pass over all boundaries of a text, which must stay in place until the pass is over.
hl_status hl_breaker_begin(hl_breaker *breaker, const uint8_t *text, int64_t count) HL_NOEXCEPT;
// The next boundaries of the pass, without the one at zero, and their rule statuses. `written` is zero at the end.
hl_status hl_breaker_next(
    hl_breaker *breaker, int32_t *boundaries, int32_t *statuses, int32_t capacity, int32_t *written) HL_NOEXCEPT;

// The dictionary behind the word breaker for Chinese and Japanese

typedef struct hl_dictionary hl_dictionary;

// UTF-16 units that a function hands to its caller, who gives them back with `hl_free`.
typedef struct hl_units {
    uint16_t *data;
    int64_t count;
} hl_units;

// Fails where ICU's data has no such dictionary, or one of another form.
hl_status hl_dictionary_open(hl_dictionary **dictionary) HL_NOEXCEPT;
void hl_dictionary_close(hl_dictionary *dictionary) HL_NOEXCEPT;
// The cost of a word, a negative logarithm of its frequency; -1 if it is none.
int32_t hl_dictionary_cost(const hl_dictionary *dictionary, const uint16_t *word, int32_t count) HL_NOEXCEPT;
// All words that begin with `first`, in ascending order, for each: its cost, the number of units behind the first, and
// these units. `words` is handed to the caller.
hl_status hl_dictionary_words(const hl_dictionary *dictionary, uint16_t first, hl_units *words) HL_NOEXCEPT;

// Charset detection

typedef struct hl_detector hl_detector;

hl_status hl_detector_open(hl_detector **detector) HL_NOEXCEPT;
void hl_detector_close(hl_detector *detector) HL_NOEXCEPT;
// Looks at a sample, which must stay in place while its candidates are read.
hl_status hl_detector_detect(
    hl_detector *detector, const uint8_t *sample, int64_t count, int32_t *candidates) HL_NOEXCEPT;
// The candidate at `index`, best first. The strings are ICU's own and live as long as the program.
hl_status hl_detector_candidate(
    hl_detector *detector, int32_t index, const char **name, const char **language, int32_t *confidence) HL_NOEXCEPT;

// Decoding

typedef struct hl_decoder hl_decoder;

hl_status hl_decoder_open(const char *charset, hl_decoder **decoder) HL_NOEXCEPT;
void hl_decoder_close(hl_decoder *decoder) HL_NOEXCEPT;
// Forgets all input so far.
void hl_decoder_reset(hl_decoder *decoder) HL_NOEXCEPT;
// The converter's canonical name, which lives as long as the decoder.
const char *hl_decoder_name(const hl_decoder *decoder) HL_NOEXCEPT;

typedef enum hl_decoder_event {
    // The input is used up.
    HL_DECODER_DONE = 0,
    // There is more to be written or read: call again.
    HL_DECODER_MORE = 1,
    // A malformed sequence stands as U+FFFD: call again.
    HL_DECODER_MALFORMED = 2,
    // As before, and the sequence is cut off by the end of the input.
    HL_DECODER_TRUNCATED = 3
} hl_decoder_event;

// One step of decoding to UTF-8: moves `source` forward, writes into `target`, which holds at least
// `HL_DECODER_MINIMUM` bytes. `flush` says that the input ends at `limit`. `malformed` is counted from the first byte
// after opening or resetting.
hl_status hl_decoder_step(
    hl_decoder *decoder, const uint8_t **source, const uint8_t *limit, bool flush,
    uint8_t *target, int32_t capacity, int32_t *written, hl_decoder_event *event, int64_t *malformed) HL_NOEXCEPT;

#define HL_DECODER_MINIMUM 64

// Normalisation

typedef enum hl_form { HL_NFC = 0, HL_NFD = 1, HL_NFKC = 2, HL_NFKD = 3 } hl_form;

// A piece of the source that differs in the result.
typedef struct hl_edit {
    int32_t source_start;
    int32_t source_count;
    int32_t start;
    int32_t count;
} hl_edit;

typedef struct hl_edits {
    hl_edit *data;
    int64_t count;
} hl_edits;

// `result` and `edits` are handed to the caller; `edits` may be null.
hl_status hl_normalize(
    hl_form form, const uint8_t *text, int64_t count, hl_bytes *result, hl_edits *edits) HL_NOEXCEPT;
hl_status hl_is_normalized(hl_form form, const uint8_t *text, int64_t count, bool *result) HL_NOEXCEPT;

// Transliteration

typedef struct hl_transliterator hl_transliterator;

hl_status hl_transliterator_open(const char *id, bool reverse, hl_transliterator **transliterator) HL_NOEXCEPT;
hl_status hl_transliterator_clone(
    const hl_transliterator *transliterator, hl_transliterator **clone) HL_NOEXCEPT;
void hl_transliterator_close(hl_transliterator *transliterator) HL_NOEXCEPT;
// `result` is handed to the caller.
hl_status hl_transliterate(
    hl_transliterator *transliterator, const uint8_t *text, int64_t count, hl_bytes *result) HL_NOEXCEPT;

// Collation

typedef struct hl_collator hl_collator;

hl_status hl_collator_open(const char *locale, hl_collator **collator) HL_NOEXCEPT;
void hl_collator_close(hl_collator *collator) HL_NOEXCEPT;
// `order` is negative, zero or positive.
hl_status hl_collator_compare(
    const hl_collator *collator, const uint8_t *left, int64_t left_count,
    const uint8_t *right, int64_t right_count, int32_t *order) HL_NOEXCEPT;
// `key` is handed to the caller; its terminating zero is not counted.
hl_status hl_collator_sort_key(
    const hl_collator *collator, const uint8_t *text, int64_t count, hl_bytes *key) HL_NOEXCEPT;

// Regular expressions

typedef struct hl_regex hl_regex;

typedef enum hl_regex_options {
    HL_REGEX_CASE_INSENSITIVE = 1,
    HL_REGEX_COMMENTS = 2,
    HL_REGEX_MULTILINE = 4,
    HL_REGEX_DOT_ALL = 8,
    HL_REGEX_UNIX_LINES = 16,
    HL_REGEX_LITERAL = 32,
    HL_REGEX_UNICODE_WORDS = 64
} hl_regex_options;

// `line` and `offset` tell where the pattern is wrong, or are -1.
hl_status hl_regex_open(
    const uint8_t *pattern, int64_t count, uint32_t options, int32_t time_limit, int32_t stack_limit,
    hl_regex **regex, int32_t *line, int32_t *offset) HL_NOEXCEPT;
hl_status hl_regex_clone(const hl_regex *regex, hl_regex **clone) HL_NOEXCEPT;
void hl_regex_close(hl_regex *regex) HL_NOEXCEPT;
int32_t hl_regex_group_count(const hl_regex *regex) HL_NOEXCEPT;
// The number of the group with this name, or -1.
hl_status hl_regex_group_number(const hl_regex *regex, const char *name, int32_t *number) HL_NOEXCEPT;
// Points the expression at a text, which must stay in place until `hl_regex_clear_text`.
hl_status hl_regex_set_text(hl_regex *regex, const uint8_t *text, int64_t count) HL_NOEXCEPT;
// Points the expression at an empty text.
void hl_regex_clear_text(hl_regex *regex) HL_NOEXCEPT;
// The next match.
hl_status hl_regex_find_next(hl_regex *regex, bool *found) HL_NOEXCEPT;
// Whether the whole text matches.
hl_status hl_regex_matches(hl_regex *regex, bool *found) HL_NOEXCEPT;
// Where the group of the last match lies; -1 and -1 if it took no part.
hl_status hl_regex_group(const hl_regex *regex, int32_t group, int64_t *start, int64_t *end) HL_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
