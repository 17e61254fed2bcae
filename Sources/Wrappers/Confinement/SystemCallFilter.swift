import CSeccomp
public import Glibc

/// The kernel or its library would not confine this process.
public struct ConfinementError: Error, Hashable, Sendable {
  /// The C function.
  public let call: String
  /// `errno`.
  public let code: Int32
}

/// A filter of system calls (seccomp) for this process and all its threads; it cannot be taken off.
@safe public struct SystemCallFilter: ~Copyable {
  /// What an argument of a call must be for the call to be refused.
  public enum Condition: Hashable, Sendable {
    /// The bits of a mask are these.
    case bits(argument: UInt32, mask: UInt64, are: UInt64)
    /// It is another value.
    case differs(argument: UInt32, from: UInt64)
  }

  private let context: UnsafeMutableRawPointer

  /// Makes a filter that allows everything.
  public init() throws(ConfinementError) {
    guard let created = unsafe seccomp_init(SCMP_ACT_ALLOW) else {
      throw ConfinementError(call: "seccomp_init", code: ENOMEM)
    }
    let result = unsafe seccomp_attr_set(created, SCMP_FLTATR_CTL_TSYNC, 1)
    guard result >= 0 else {
      unsafe seccomp_release(created)
      throw ConfinementError(call: "seccomp_attr_set", code: -result)
    }
    unsafe context = created
  }

  deinit { unsafe seccomp_release(context) }

  /// Lets a system call fail; a name that this machine does not have is passed over.
  ///
  /// - Parameters:
  ///   - name: The call's name: `openat`.
  ///   - code: The `errno` it fails with.
  ///   - condition: When; always if nil.
  /// - Throws: `ConfinementError` where libseccomp does not take it.
  public func refuse(
    _ name: String, code: Int32 = EPERM, when condition: Condition? = nil
  ) throws(ConfinementError) {
    let number = unsafe seccomp_syscall_resolve_name(name)
    // Numbers below zero are names of other machines.
    guard number >= 0 else { return }
    var comparison = condition?.comparison ?? scmp_arg_cmp()
    let result = unsafe seccomp_rule_add_array(
      context, tirazh_seccomp_errno(code), number, condition == nil ? 0 : 1, &comparison)
    try check("seccomp_rule_add_array", result)
  }

  /// Puts the filter on all threads of this process; none of its children gets new rights any more.
  public consuming func load() throws(ConfinementError) {
    try check("seccomp_load", unsafe seccomp_load(context))
  }

  /// libseccomp returns the negative `errno`.
  private func check(_ call: String, _ result: Int32) throws(ConfinementError) {
    if result < 0 { throw ConfinementError(call: call, code: -result) }
  }
}

extension SystemCallFilter.Condition {
  fileprivate var comparison: scmp_arg_cmp {
    switch self {
    case .bits(let argument, let mask, let value):
      scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: mask, datum_b: value)
    case .differs(let argument, let value):
      scmp_arg_cmp(arg: argument, op: SCMP_CMP_NE, datum_a: value, datum_b: 0)
    }
  }
}
