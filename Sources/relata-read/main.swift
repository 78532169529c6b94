import Foundation
import RelataParsing
import RelataReading

// The parsers of office files, mail and PDF, in a program of their own: `relata` starts it for each file, and it
// links the libraries that `relata` must not (NOTICE).
guard let status = ParsingProgram.status(arguments: CommandLine.arguments, parse: Parser.parse)
else {
  FileHandle.standardError.write(
    Data("relata-read: relata starts this program to read office files, mail and PDF\n".utf8))
  exit(64)
}
exit(status)
