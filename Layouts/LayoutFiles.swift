/// The built-in layouts, compiled into the program.
public enum LayoutFiles {
  /// The texts of each layout: layout → file name → text.
  public static let builtIn: [String: [String: String]] = [
    "vpr": [
      "vpr-layout.yaml": text(PackageResources.vpr_layout_yaml),
      "vpr-packing-sheet.yaml": text(PackageResources.vpr_packing_sheet_yaml),
      "vpr-separator.yaml": text(PackageResources.vpr_separator_yaml),
      "vpr-end-sheet.yaml": text(PackageResources.vpr_end_sheet_yaml),
      "vpr-reprint-slip.yaml": text(PackageResources.vpr_reprint_slip_yaml),
      "vpr-rest-slip.yaml": text(PackageResources.vpr_rest_slip_yaml),
      "vpr-revision-slip.yaml": text(PackageResources.vpr_revision_slip_yaml),
      "vpr-desk-slips.yaml": text(PackageResources.vpr_desk_slips_yaml),
      "vpr-protocol.yaml": text(PackageResources.vpr_protocol_yaml),
      "vpr-door-list.yaml": text(PackageResources.vpr_door_list_yaml),
      "vpr-register.yaml": text(PackageResources.vpr_register_yaml),
      "vpr-seat-plan.yaml": text(PackageResources.vpr_seat_plan_yaml),
      "vpr-envelope.yaml": text(PackageResources.vpr_envelope_yaml),
      "vpr-return-envelope.yaml": text(PackageResources.vpr_return_envelope_yaml),
      "vpr-spoilage.yaml": text(PackageResources.vpr_spoilage_yaml),
      "vpr-incident.yaml": text(PackageResources.vpr_incident_yaml),
      "vpr-attendance.yaml": text(PackageResources.vpr_attendance_yaml),
      "vpr-site-list.yaml": text(PackageResources.vpr_site_list_yaml),
      "vpr-blank.yaml": text(PackageResources.vpr_blank_yaml),
      "vpr-supplies.yaml": text(PackageResources.vpr_supplies_yaml),
      "vpr-rehearsal.yaml": text(PackageResources.vpr_rehearsal_yaml),
    ],
    "plain": [
      "plain-layout.yaml": text(PackageResources.plain_layout_yaml),
      "plain-packing-sheet.yaml": text(PackageResources.plain_packing_sheet_yaml),
      "plain-separator.yaml": text(PackageResources.plain_separator_yaml),
      "plain-end-sheet.yaml": text(PackageResources.plain_end_sheet_yaml),
      "plain-reprint-slip.yaml": text(PackageResources.plain_reprint_slip_yaml),
      "plain-rest-slip.yaml": text(PackageResources.plain_rest_slip_yaml),
      "plain-revision-slip.yaml": text(PackageResources.plain_revision_slip_yaml),
      "plain-desk-slips.yaml": text(PackageResources.plain_desk_slips_yaml),
      "plain-protocol.yaml": text(PackageResources.plain_protocol_yaml),
      "plain-door-list.yaml": text(PackageResources.plain_door_list_yaml),
      "plain-register.yaml": text(PackageResources.plain_register_yaml),
      "plain-seat-plan.yaml": text(PackageResources.plain_seat_plan_yaml),
      "plain-envelope.yaml": text(PackageResources.plain_envelope_yaml),
      "plain-return-envelope.yaml": text(PackageResources.plain_return_envelope_yaml),
      "plain-spoilage.yaml": text(PackageResources.plain_spoilage_yaml),
      "plain-incident.yaml": text(PackageResources.plain_incident_yaml),
      "plain-attendance.yaml": text(PackageResources.plain_attendance_yaml),
      "plain-site-list.yaml": text(PackageResources.plain_site_list_yaml),
      "plain-blank.yaml": text(PackageResources.plain_blank_yaml),
      "plain-supplies.yaml": text(PackageResources.plain_supplies_yaml),
      "plain-rehearsal.yaml": text(PackageResources.plain_rehearsal_yaml),
    ],
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
