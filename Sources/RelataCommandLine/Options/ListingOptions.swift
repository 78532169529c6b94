import ArgumentParser
import RelataCore

/// How a listing is written; the same for every command that lists.
struct ListingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Form of the listing on standard output.", valueName: "format"))
  var format: Choice<ListingFormat> = Choice(.table)

  @Flag(help: "Short for --format json.")
  var json = false

  func resolved() throws(RelataError) -> ListingFormat {
    json ? .json : try format.value("format")
  }
}
