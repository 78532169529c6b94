import CRelataKernels

/// Which instructions the encoder uses on this machine.
public enum KernelName {
  /// "avx512-vnni", "avx2", "neon" or "portable"; the results are the same on each.
  public static var current: String {
    switch relata_path_best() {
    case RELATA_PATH_AVX512_VNNI: "avx512-vnni"
    case RELATA_PATH_AVX2: "avx2"
    case RELATA_PATH_NEON: "neon"
    default: "portable"
    }
  }
}
