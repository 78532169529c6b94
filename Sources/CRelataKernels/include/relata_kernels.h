// Kernels of the annotator's encoder: integer and float matrix products, attention and their parts.
//
// Dimension glossary: M rows of activations (pieces or words), K inputs, N outputs, T pieces of a
// window, H hidden width, D width of one attention head. Matrices are row-major.
//
// Every function takes the path to use. All paths give identical bits for identical input: integer
// products cannot saturate (weights within -63…63), and float sums run in a fixed order on 16 lanes
// without fused multiply-add. Functions are reentrant and allocate nothing.
#ifndef RELATA_KERNELS_H
#define RELATA_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Which instructions to use.
typedef enum relata_path {
  RELATA_PATH_PORTABLE = 0,
  RELATA_PATH_AVX2 = 1,
  RELATA_PATH_AVX512_VNNI = 2,
  RELATA_PATH_NEON = 3
} relata_path;

/// Whether this machine can run a path (1) or not (0); the portable one always runs.
int relata_path_available(relata_path path);

/// The fastest path of this machine.
relata_path relata_path_best(void);

/// Bytes a packed N×K matrix of int8 takes: N rounded up to 32, K to 4.
size_t relata_packed_s8_size(size_t n, size_t k);

/// Packs int8 weights (N, K) into blocks of 16 outputs by 4 inputs and sums each row.
/// `packed` has relata_packed_s8_size bytes, 64-byte aligned; `row_sums` has N rounded up to 32.
void relata_pack_s8(const int8_t *weights, size_t n, size_t k, int8_t *packed, int32_t *row_sums);

/// Bytes between rows of quantised activations: K rounded up to 4.
size_t relata_quantized_stride(size_t k);

/// Quantises each row of x (M, K) to round(x / scale) + 128 with scale = max|x| / 127.
/// Ties round to even; a row of zeros gets the scale 0 and bytes 128. NaN counts as zero.
void relata_quantize_rows(relata_path path, const float *x, size_t m, size_t k, uint8_t *q,
                          float *scales);

/// The raw integer product, out (M, N) = q (M, K) × weightsᵀ, activations still offset by 128.
void relata_gemm_u8s8(relata_path path, const uint8_t *q, size_t m, const int8_t *packed, size_t n,
                      size_t k, int32_t *out);

/// A linear layer on quantised activations: out (M, N), rows `out_stride` floats apart.
/// `weight_scales` and `bias` have N rounded up to 32 entries.
void relata_linear_u8s8(relata_path path, const uint8_t *q, const float *activation_scales, size_t m,
                        const int8_t *packed, const int32_t *row_sums, const float *weight_scales,
                        const float *bias, size_t n, size_t k, float *out, size_t out_stride);

/// Floats a packed N×K matrix takes: N rounded up to 32.
size_t relata_packed_f32_count(size_t n, size_t k);

/// Packs float weights (N, K), rows `stride` floats apart, into blocks of 32 outputs.
void relata_pack_f32(const float *weights, size_t stride, size_t n, size_t k, float *packed);

/// out (M, N) = x (M, K) × weightsᵀ + bias; `bias` has N rounded up to 32 entries or is NULL.
void relata_linear_f32(relata_path path, const float *x, size_t x_stride, size_t m,
                       const float *packed, const float *bias, size_t n, size_t k, float *out,
                       size_t out_stride);

/// Gaussian error linear unit, x · Φ(x), in place; erf after Abramowitz & Stegun 7.1.26,
/// absolute error below 1e-6 for |x| ≤ 10.
void relata_gelu(relata_path path, float *x, size_t count);

/// x if x ≥ 0, else slope · x, in place.
void relata_leaky_relu(relata_path path, float *x, size_t count, float slope);

/// x := LayerNorm(x + residual) · weight + bias for each of M rows of H; `residual` may be NULL.
void relata_layer_norm(relata_path path, float *x, const float *residual, const float *weight,
                       const float *bias, size_t m, size_t h, float epsilon);

/// Softmax over the first `count` of each row, in place; the rest of the row up to a multiple of 16
/// is set to zero. Rows are `stride` floats apart, stride a multiple of 16.
void relata_softmax_rows(relata_path path, float *x, size_t rows, size_t count, size_t stride);

/// Floats of scratch that relata_attention needs for T pieces and heads of width D.
size_t relata_attention_scratch(size_t t, size_t d);

/// Self-attention without a mask. qkv (T, 3H): queries, keys and values beside each other;
/// out (T, H); H = heads · D. `bias` is NULL or (heads, 2 · reach): what is added to the score of query i
/// and key j stands at reach + j − i; reach ≥ T.
void relata_attention(relata_path path, const float *qkv, size_t t, size_t heads, size_t d,
                      const float *bias, size_t reach, float *out, float *scratch);

/// Σ a[i] · b[i] over `count` entries in the fixed order of 16 lanes.
float relata_dot(relata_path path, const float *a, const float *b, size_t count);

/// One hidden layer read out to one number: Σ weights[i] · leaky(left[i] + right[i] + Σ rows[r][i]),
/// leaky(x) = x for x ≥ 0, else slope · x; `count` is a multiple of 16.
float relata_hidden_score(relata_path path, const float *left, const float *right,
                          const float *const *rows, size_t row_count, const float *weights,
                          size_t count, float slope);

/// Maps a file read-only. Returns NULL and sets *error to errno on failure or, for an empty file, 0.
const uint8_t *relata_map_file(const char *path, size_t *size, int *error);

/// Gives back what relata_map_file mapped.
void relata_unmap_file(const uint8_t *bytes, size_t size);

/// Memory of `count` bytes, aligned to 64; NULL when there is none. Freed by relata_free.
void *relata_allocate(size_t count);
void relata_free(void *memory);

#ifdef __cplusplus
}
#endif
#endif
