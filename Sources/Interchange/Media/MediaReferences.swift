import Model

extension MediaItems {
  /// Puts ids in the place of what the rows name: feeds, launches and the like, by their ids or by their names. A row that
  /// names what nobody has is rejected, with its line; the others stay.
  public mutating func settle(_ lookup: ReferenceLookup) throws {
    let fields = Coverage.fields.filter { !$0.entry.forms.isEmpty }
    var wanted: [ReferenceForm: Set<String>] = [:]
    for one in found {
      for field in fields where one.fields.contains(field.name) {
        _ = field.entry.text(
          field.read(one.item),
          names: { form, name in
            if form.isSought(name) { wanted[form, default: []].insert(name) }
            return name
          })
      }
    }
    if wanted.isEmpty { return }
    var known: [ReferenceForm: [String: [ReferenceLookup.Called]]] = [:]
    for (form, names) in wanted { known[form] = try lookup.find(form, names) }
    let all = found
    found = []
    for var one in all {
      var isWhole = true
      for field in fields where one.fields.contains(field.name) {
        do {
          let text = try field.entry.text(
            field.read(one.item),
            names: { form, name in
              guard form.isSought(name) else { return name }
              return form.text(try ReferenceLookup.only(known[form]?[name] ?? [], named: name))
            })
          try field.write(text, to: &one.item)
        } catch let problem as FieldProblem {
          reject(one.line, field.name, problem)
          isWhole = false
          break
        }
      }
      if isWhole { found.append(one) }
    }
  }
}
