extension Field {
  public static func moment(_ name: String, _ path: any Path<R, Moment?>, isRequired: Bool = false) -> Self {
    Field(name, .moment, isRequired: isRequired, read: { $0[keyPath: path]?.description ?? "" }) {
      (record, text) throws(FieldProblem) in
      record[keyPath: path] = text.isEmpty ? nil : try Moment(text)
    }
  }

  /// A whole day, or a moment.
  public static func when(_ name: String, _ path: any Path<R, When?>, isRequired: Bool = false) -> Self {
    Field(name, .moment, isRequired: isRequired, read: { $0[keyPath: path]?.text ?? "" }) {
      (record, text) throws(FieldProblem) in
      record[keyPath: path] = text.isEmpty ? nil : try When(text)
    }
  }

  public static func time(_ name: String, _ path: any Path<R, TimeOfDay?>) -> Self {
    Field(name, .time, read: { $0[keyPath: path]?.description ?? "" }) {
      (record, text) throws(FieldProblem) in
      if text.isEmpty {
        record[keyPath: path] = nil
      } else if let time = TimeOfDay(written: text) {
        record[keyPath: path] = time
      } else {
        throw .malformedTime(text)
      }
    }
  }

  public static func zone(_ name: String, _ path: any Path<R, Zone?>) -> Self {
    Field(name, .line, read: { $0[keyPath: path]?.name ?? "" }) { (record, text) throws(FieldProblem) in
      guard !text.isEmpty else {
        record[keyPath: path] = nil
        return
      }
      guard let zone = Zone(text) ?? Zone.city(text) else { throw .unknownZone(text) }
      record[keyPath: path] = zone
    }
  }
}

/// Reads the times of composites.
extension PartText {
  static func moment(_ text: String) throws(FieldProblem) -> Moment? {
    text.isEmpty ? nil : try Moment(text)
  }

  static func time(_ text: String) throws(FieldProblem) -> TimeOfDay? {
    guard !text.isEmpty else { return nil }
    guard let time = TimeOfDay(written: text) else { throw .malformedTime(text) }
    return time
  }
}
