#include "LexiconImage.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// #embed takes milliseconds where Swift's .embedInCode and an array of literals take minutes.
// Read as words where it lies.
_Alignas(16) static const unsigned char image[] = {
#embed "lexicon.bin"
};

const unsigned char *hanlode_lexicon_image(void) { return image; }

size_t hanlode_lexicon_image_size(void) { return sizeof image; }

static const unsigned char relations[] = {
#embed "../HanLode/Lexicon/Packs/relations.tsv"
};

const unsigned char *hanlode_relations_pack(void) { return relations; }

size_t hanlode_relations_pack_size(void) { return sizeof relations; }
