extension HostileFile {
  /// Archives and office files.
  static func packages(_ size: Int) -> [HostileFile] {
    let text: [UInt8] = Array("Anna Kern hired Karl Denby in Oslo.".utf8)
    let many = 2_000 * size
    var nested = PackedBytes.zip([("a.txt", text)])
    for _ in 0..<30 { nested = PackedBytes.zip([("b.zip", nested), ("a.txt", text)]) }
    let bomb = PackedBytes.gzipOfZeros(300 << 20)
    let archives: [HostileFile] = [
      HostileFile("members.zip", PackedBytes.zip((0..<many).map { ("\($0).txt", text) })),
      HostileFile(
        "climbing.zip",
        PackedBytes.zip([
          ("../../../../tmp/relata-climbed.txt", text), ("/tmp/relata-climbed.txt", text),
          ("a/../../b.txt", text),
        ])),
      HostileFile(
        "same.zip", PackedBytes.zip([("a.txt", text), ("a.txt", text), ("A.TXT", text)])),
      HostileFile(
        "nameless.zip", PackedBytes.zip([("", text), (".", text), ("..", text), ("/", text)])),
      HostileFile(
        "names.zip",
        PackedBytes.zip([
          (String(repeating: "a", count: 60_000) + ".txt", text), ("a\u{0}b.txt", text),
          ("\u{202E}txt.exe", text),
        ])),
      HostileFile("locked.zip", PackedBytes.zip([("a.txt", text)], flags: 1)),
      HostileFile("nested.zip", nested),
      HostileFile("zeros.txt.gz", bomb),
      HostileFile("zeros.gz", bomb),
      HostileFile(
        "bombs.zip", PackedBytes.zip([("a.txt.gz", bomb), ("b.txt.gz", bomb), ("c.txt", text)])),
      HostileFile("empty.zip", PackedBytes.zip([])),
      HostileFile("ending.zip", Array(PackedBytes.zip([("a.txt", text)]).dropLast(30))),
    ]
    return archives + offices(size)
  }
}
