@main struct Relata { static func main() {} }
