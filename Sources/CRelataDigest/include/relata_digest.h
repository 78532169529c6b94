#ifndef RELATA_DIGEST_H
#define RELATA_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/// SHA-256 (FIPS 180-4) of `size` bytes, which may be NULL if there are none.
void relata_sha256(const uint8_t *bytes, size_t size, uint8_t digest[32]);

#endif
