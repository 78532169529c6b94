/// The command that made something, as a reader would type it to make it again.
enum CommandText {
  private static let pathOptions: Set<String> = [
    "--graph", "-g", "--output", "-o", "--template", "--theme", "--previous", "--report", "--svg",
    "--dot",
    "--files-from",
  ]

  /// Writes the arguments for a shell, without the folders of files, which tell about a machine and its
  /// owner, and without options that change nothing in the result.
  ///
  /// - Returns: nil where an argument tells a name that is to stay hidden.
  static func of(_ arguments: [String]) -> String? {
    var words = ["relata"]
    var expectsPath = false
    var skips = false
    for argument in arguments {
      if argument.hasPrefix("--redact") || argument == "--strip-metadata" { return nil }
      if skips {
        skips = false
        continue
      }
      if ["--quiet", "-q"].contains(argument) || argument.hasPrefix("--color=")
        || argument.hasPrefix("--threads=")
      {
        continue
      }
      if ["--color", "--threads"].contains(argument) {
        skips = true
        continue
      }
      if expectsPath || arguments.first == "build" && !argument.hasPrefix("-") {
        words.append(quoted(name(argument)))
      } else if let equals = argument.firstIndex(of: "="),
        pathOptions.contains(String(argument[..<equals]))
      {
        words.append(
          argument[...equals] + quoted(name(String(argument[argument.index(after: equals)...]))))
      } else {
        words.append(quoted(argument))
      }
      expectsPath = pathOptions.contains(argument)
    }
    return words.joined(separator: " ")
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || "-_./=:,@%+".utf8.contains(byte)
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
