/// Objects of which only a part is wanted, read without making values of all that stands in them.
extension JSONScanner {
  /// An object whose members are all texts.
  public mutating func texts() throws -> [String: String] {
    var texts: [String: String] = [:]
    try eachMember { scanner, name in texts[name] = try scanner.text() }
    return texts
  }

  /// An object whose members are objects of texts.
  public mutating func objects() throws -> [String: [String: String]] {
    var objects: [String: [String: String]] = [:]
    try eachMember { scanner, name in objects[name] = try scanner.texts() }
    return objects
  }

  /// Where the value of each member of an object stands, counted in bytes from the beginning of the text.
  public mutating func places() throws -> [String: Range<Int>] {
    var places: [String: Range<Int>] = [:]
    try eachMember { scanner, name in
      _ = try scanner.peek()
      let start = scanner.bytesRead
      try scanner.skipValue()
      places[name] = start..<scanner.bytesRead
    }
    return places
  }

  private mutating func eachMember(_ take: (inout JSONScanner, String) throws -> Void) throws {
    try expect(UInt8(ascii: "{"))
    if try takes(UInt8(ascii: "}")) { return }
    repeat {
      let name = try text()
      try expect(UInt8(ascii: ":"))
      try take(&self, name)
    } while try takes(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  private mutating func skipValue() throws {
    guard let first = try peek() else { throw JSONProblem.endsEarly(line: line) }
    switch first {
    case UInt8(ascii: "\""): try skipText()
    case UInt8(ascii: "{"): try eachMember { scanner, _ in try scanner.skipValue() }
    default: _ = try value()
    }
  }
}
