/// What is wrong with a vCard file as a whole, or with one of its cards.
public enum VCardProblem: Error, Sendable, Equatable {
  /// The file is no text but what the token says: see `CSVProblem.notText`.
  case notText(String)
  /// There is no BEGIN:VCARD in it.
  case noCard
  /// The file ends before the card does, so that its last value may be cut off.
  case unclosedCard(line: Int)
  /// Lines stand between two cards; a card inside another leaves such lines behind.
  case linesOutside(line: Int)
  /// There are names of two persons in the card: the END of the first and the BEGIN of the second are lost.
  case twoPersons(line: Int)
  /// A line is longer than the limit in bytes; only its beginning was read.
  case lineTooLong(line: Int, limit: Int)
  /// A card is longer than the limit in bytes; only its beginning was read.
  case cardTooLong(line: Int, limit: Int)
  /// Bytes are no valid text in the encoding of the file; they were read as U+FFFD.
  case undecodable(line: Int)
}

/// Something the reader put right on its own, which the owner of the file may want to know.
public enum VCardNote: Sendable, Equatable {
  /// A card had no END before the next one began there.
  case addedEnd(line: Int)
  /// A line is no property and was left out.
  case skippedLine(line: Int)
  /// A card inside a card (AGENT of version 2.1) was left out.
  case skippedInnerCard(line: Int)
  /// NUL characters were left out.
  case removedNUL(line: Int)
  /// Bytes without a meaning in the encoding that the line names were read as U+FFFD, or in another encoding.
  case replacedBytes(line: Int)
  /// An e-mail address cannot be read, and stands in the notes.
  case keptAsNote(line: Int)
  /// The card has no name; its e-mail address stands in for it.
  case nameFromEmail(line: Int)
  /// Another card of the same UID in the file was revised later: that one is taken.
  case olderCard(line: Int)
  /// The card says that it was revised at a time that is yet to come; another of the same UID is taken.
  case untrueCard(line: Int)
  /// The card is of a place, a device or a program, and was left out.
  case ofThing(line: Int, kind: String)
}
