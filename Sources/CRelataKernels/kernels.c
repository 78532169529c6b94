// Dispatch between the paths. The float kernels are one source compiled for several targets; the
// integer tiles are written per instruction set in integer_tiles.inc.
#include "relata_kernels.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <immintrin.h>
#define RELATA_X86 1
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#define JOIN2(a, b) a##_##b
#define JOIN(a, b) JOIN2(a, b)

#define PATH(name) JOIN(portable, name)
#define ROWS 4
#define COLUMNS 1
#include "vector_kernels.inc"
#include "integer_driver.inc"
#undef PATH
#undef ROWS
#undef COLUMNS

#ifdef RELATA_X86
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define PATH(name) JOIN(avx2, name)
#define ROWS 4
#define COLUMNS 1
#define INTEGER_AVX2
#include "vector_kernels.inc"
#include "integer_driver.inc"
#undef INTEGER_AVX2
#undef PATH
#undef ROWS
#undef COLUMNS
#pragma clang attribute pop

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,fma"))), apply_to = function)
#define PATH(name) JOIN(avx512, name)
#define ROWS 6
#define COLUMNS 2
#define INTEGER_AVX512
#include "vector_kernels.inc"
#include "integer_driver.inc"
#undef INTEGER_AVX512
#undef PATH
#undef ROWS
#undef COLUMNS
#pragma clang attribute pop
#endif

#ifdef __aarch64__
#define PATH(name) JOIN(neon, name)
#define ROWS 4
#define COLUMNS 1
#define INTEGER_NEON
#include "vector_kernels.inc"
#include "integer_driver.inc"
#undef INTEGER_NEON
#undef PATH
#undef ROWS
#undef COLUMNS
#endif

int relata_path_available(relata_path path) {
  switch (path) {
    case RELATA_PATH_PORTABLE:
      return 1;
#ifdef RELATA_X86
    case RELATA_PATH_AVX2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case RELATA_PATH_AVX512_VNNI:
      return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
#endif
#ifdef __aarch64__
    case RELATA_PATH_NEON:
      return 1;
#endif
    default:
      return 0;
  }
}

relata_path relata_path_best(void) {
  const relata_path order[] = {RELATA_PATH_AVX512_VNNI, RELATA_PATH_AVX2, RELATA_PATH_NEON};
  for (int i = 0; i < 3; i++)
    if (relata_path_available(order[i])) return order[i];
  return RELATA_PATH_PORTABLE;
}

#ifdef RELATA_X86
#define DISPATCH(call)                        \
  switch (path) {                             \
    case RELATA_PATH_AVX512_VNNI:             \
      return avx512_##call;                   \
    case RELATA_PATH_AVX2:                    \
      return avx2_##call;                     \
    default:                                  \
      return portable_##call;                 \
  }
#elif defined(__aarch64__)
#define DISPATCH(call)                        \
  if (path == RELATA_PATH_NEON) return neon_##call; \
  return portable_##call;
#else
#define DISPATCH(call) return portable_##call;
#endif

void relata_quantize_rows(relata_path path, const float *x, size_t m, size_t k, uint8_t *q,
                          float *scales) {
  DISPATCH(quantize_rows(x, m, k, q, scales))
}

void relata_gemm_u8s8(relata_path path, const uint8_t *q, size_t m, const int8_t *packed, size_t n,
                      size_t k, int32_t *out) {
  DISPATCH(gemm_u8s8(q, m, packed, n, k, out))
}

void relata_linear_u8s8(relata_path path, const uint8_t *q, const float *activation_scales, size_t m,
                        const int8_t *packed, const int32_t *row_sums, const float *weight_scales,
                        const float *bias, size_t n, size_t k, float *out, size_t out_stride) {
  DISPATCH(linear_u8s8(q, activation_scales, m, packed, row_sums, weight_scales, bias, n, k, out,
                       out_stride))
}

void relata_linear_f32(relata_path path, const float *x, size_t x_stride, size_t m,
                       const float *packed, const float *bias, size_t n, size_t k, float *out,
                       size_t out_stride) {
  DISPATCH(linear_f32(x, x_stride, m, packed, bias, n, k, out, out_stride))
}

void relata_gelu(relata_path path, float *x, size_t count) { DISPATCH(gelu(x, count)) }

void relata_leaky_relu(relata_path path, float *x, size_t count, float slope) {
  DISPATCH(leaky_relu(x, count, slope))
}

void relata_layer_norm(relata_path path, float *x, const float *residual, const float *weight,
                       const float *bias, size_t m, size_t h, float epsilon) {
  DISPATCH(layer_norm(x, residual, weight, bias, m, h, epsilon))
}

void relata_softmax_rows(relata_path path, float *x, size_t rows, size_t count, size_t stride) {
  DISPATCH(softmax_rows(x, rows, count, stride))
}

void relata_attention(relata_path path, const float *qkv, size_t t, size_t heads, size_t d,
                      const float *bias, size_t reach, float *out, float *scratch) {
  DISPATCH(attention(qkv, t, heads, d, bias, reach, out, scratch))
}

float relata_dot(relata_path path, const float *a, const float *b, size_t count) {
  DISPATCH(dot(a, b, count))
}

float relata_hidden_score(relata_path path, const float *left, const float *right,
                          const float *const *rows, size_t row_count, const float *weights,
                          size_t count, float slope) {
  DISPATCH(hidden_score(left, right, rows, row_count, weights, count, slope))
}
