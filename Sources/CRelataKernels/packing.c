// Layouts of packed weights, and aligned memory.
#include <stdlib.h>

#include "relata_kernels.h"

static size_t up(size_t value, size_t multiple) {
  return (value + multiple - 1) / multiple * multiple;
}

size_t relata_quantized_stride(size_t k) { return up(k, 4); }

size_t relata_packed_s8_size(size_t n, size_t k) { return up(n, 32) * up(k, 4); }

void relata_pack_s8(const int8_t *weights, size_t n, size_t k, int8_t *packed, int32_t *row_sums) {
  size_t columns = up(n, 32), quads = up(k, 4) / 4;
  for (size_t row = 0; row < columns; row++) {
    int8_t *block = packed + (row / 16) * quads * 64 + (row % 16) * 4;
    int32_t sum = 0;
    for (size_t i = 0; i < 4 * quads; i++) {
      int8_t value = row < n && i < k ? weights[row * k + i] : 0;
      block[(i / 4) * 64 + i % 4] = value;
      sum += value;
    }
    row_sums[row] = sum;
  }
}

size_t relata_packed_f32_count(size_t n, size_t k) { return up(n, 32) * k; }

void relata_pack_f32(const float *weights, size_t stride, size_t n, size_t k, float *packed) {
  for (size_t block = 0; block < n; block += 32)
    for (size_t i = 0; i < k; i++)
      for (size_t j = 0; j < 32; j++)
        packed[block * k + 32 * i + j] = block + j < n ? weights[(block + j) * stride + i] : 0;
}

size_t relata_attention_scratch(size_t t, size_t d) {
  size_t ts = up(t, 32);
  return ts * d + up(d, 32) * t + t * ts + 32;
}

void *relata_allocate(size_t count) {
  void *memory = NULL;
  return posix_memalign(&memory, 64, count ? count : 64) == 0 ? memory : NULL;
}

void relata_free(void *memory) { free(memory); }
