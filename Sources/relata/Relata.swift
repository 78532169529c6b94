import Foundation
import RelataCommandLine

@main
struct Relata {
  static func main() async {
    if let status = RelataTool.renderChildStatus() { exit(status) }
    exit(await RelataTool.main())
  }
}
