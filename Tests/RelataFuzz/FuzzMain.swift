import Foundation

// With libFuzzer:
//   swift build -c release --sanitize=fuzzer -Xswiftc -DFUZZING --product relata-fuzz
//   .build/release/relata-fuzz -max_total_time=60 corpus/
// Without it the program replays the files given, or makes up inputs of its own.
#if FUZZING
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    FuzzTarget.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
#else
  @main struct FuzzMain {
    static func main() throws {
      let files = CommandLine.arguments.dropFirst()
      for file in files { FuzzTarget.run(Array(try Data(contentsOf: URL(fileURLWithPath: file)))) }
      if files.isEmpty { for seed in 0..<2_000 { FuzzTarget.run(Self.input(UInt64(seed))) } }
      print("relata-fuzz: every input kept its promises")
    }

    /// Bytes that are half text, half noise.
    private static func input(_ seed: UInt64) -> [UInt8] {
      var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
      func next() -> UInt8 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return UInt8(truncatingIfNeeded: state >> 11)
      }
      let common = Array("ab.A ’'\n-1@\"…".utf8)
      return [UInt8(truncatingIfNeeded: seed)]
        + (0..<Int(next()) * 2).map { _ in
          let byte = next()
          return byte < 128 ? common[Int(byte) % common.count] : next()
        }
    }
  }
#endif
