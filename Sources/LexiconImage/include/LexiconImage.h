#ifndef HANLODE_LEXICON_IMAGE_H
#define HANLODE_LEXICON_IMAGE_H

#include <stddef.h>

/// The bytes of the compiled lexicon (lexicon.bin, written by `hanlode lexicon compile`).
const unsigned char *_Nonnull hanlode_lexicon_image(void);

/// Their number.
size_t hanlode_lexicon_image_size(void);

/// The text of the pack of relations (relations.tsv).
const unsigned char *_Nonnull hanlode_relations_pack(void);

/// The number of its bytes.
size_t hanlode_relations_pack_size(void);

#endif
