// Tables as they lie in files, embedded by the compiler (C23's #embed, which it also follows when they change).
#include "relata_tables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define TABLE(name) \
  relata_table relata_table_##name(void) { \
    return (relata_table){name, sizeof name}; \
  }

static const uint8_t cities[] = {
#embed "Tables/cities.tsv"
};
TABLE(cities)

static const uint8_t given_names[] = {
#embed "Tables/given-names.tsv"
};
TABLE(given_names)

static const uint8_t name_forest_organization[] = {
#embed "Tables/name-forest-organization.tsv"
};
TABLE(name_forest_organization)

static const uint8_t name_forest_person[] = {
#embed "Tables/name-forest-person.tsv"
};
TABLE(name_forest_person)

static const uint8_t name_weights[] = {
#embed "Tables/name-weights.tsv"
};
TABLE(name_weights)

static const uint8_t nicknames[] = {
#embed "Tables/nicknames.tsv"
};
TABLE(nicknames)

static const uint8_t word_counts[] = {
#embed "Tables/word-counts.tsv"
};
TABLE(word_counts)
