// The large tables of the language room: as arrays in Swift they would take minutes to compile.
#ifndef RELATA_TABLES_H
#define RELATA_TABLES_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes of a table in UTF-8, not terminated.
typedef struct relata_table {
  const uint8_t *bytes;
  size_t count;
} relata_table;

relata_table relata_table_cities(void);
relata_table relata_table_given_names(void);
relata_table relata_table_name_forest_organization(void);
relata_table relata_table_name_forest_person(void);
relata_table relata_table_name_weights(void);
relata_table relata_table_nicknames(void);
relata_table relata_table_word_counts(void);

#ifdef __cplusplus
}
#endif
#endif
