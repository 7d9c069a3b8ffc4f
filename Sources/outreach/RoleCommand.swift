import ArgumentParser
import Glibc
import Model
import Office
import Phrases
import Store

/// `outreach role`: who may do what in the store.
struct RoleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "role", abstract: abstract(.cliRole),
      subcommands: [RoleListCommand.self, RoleGrantCommand.self, RoleRevokeCommand.self])
  }
}

/// `outreach role list`.
struct RoleListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: abstract(.cliRoleList))
  }

  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let standing = try store.place.open().read(RoleGrants())
      for grant in standing.grants {
        let period = [grant.from, grant.until].map { $0?.description ?? "" }
        let bounds = [grant.launch, period.joined(separator: "/")].filter { !$0.isEmpty && $0 != "/" }
        let role = book.label("office_role", grant.role.rawValue)
        say(([grant.login, role] + bounds).joined(separator: " · "))
      }
      guard standing.grants.isEmpty else { return }
      say(book.say(.roleNone))
      if let maker = standing.maker { say(book.say(.firstIsNamed, .text(maker))) }
    }
  }
}

/// `outreach role grant LOGIN ROLE`.
struct RoleGrantCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "grant", abstract: abstract(.cliRoleGrant))
  }

  @Argument(help: help(.cliRoleLogin)) var login: String
  @Argument(help: help(.cliRoleName)) var role: OfficeRole
  @Option(help: help(.cliRoleLaunch)) var launch = ""
  @Option(help: help(.cliRoleFrom)) var from: Day?
  @Option(name: .customLong("to"), help: help(.cliRoleTo)) var until: Day?
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      guard role.isBound || (launch.isEmpty && from == nil && until == nil) else {
        throw CommandFailure(Phrase(.roleUnbound), code: EX_USAGE)
      }
      let library = try store.place.open(to: .administer, creating: true)
      let isFirst = try library.read(RoleGrants()).grants.isEmpty
      try library.grant(RoleGrant(login: login, role: role, launch: launch, from: from, until: until))
      say(book.say(.roleGranted, .text(login), .text(book.label("office_role", role.rawValue))))
      // It may be the name of a key, which a restricted session works as; or a slip.
      if getpwnam(login) == nil { say(book.say(.roleNoLogin, .text(login)), to: STDERR_FILENO) }
      if isFirst { say(book.say(.roleFirst, .text(library.who))) }
    }
  }
}

/// `outreach role revoke LOGIN ROLE`.
struct RoleRevokeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "revoke", abstract: abstract(.cliRoleRevoke))
  }

  @Argument(help: help(.cliRoleLogin)) var login: String
  @Argument(help: help(.cliRoleName)) var role: OfficeRole
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      try store.place.open(to: .administer).revoke(role, from: login)
      say(book.say(.roleRevoked, .text(login), .text(book.label("office_role", role.rawValue))))
    }
  }
}

extension OfficeRole: ExpressibleByArgument {}
