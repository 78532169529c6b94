import Foundation
import RelataCommandLine

@main
struct Relata {
  static func main() async {
    exit(await RelataTool.main())
  }
}
