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
    ],
    "plain": [
      "plain-layout.yaml": text(PackageResources.plain_layout_yaml),
      "plain-packing-sheet.yaml": text(PackageResources.plain_packing_sheet_yaml),
      "plain-separator.yaml": text(PackageResources.plain_separator_yaml),
      "plain-end-sheet.yaml": text(PackageResources.plain_end_sheet_yaml),
      "plain-reprint-slip.yaml": text(PackageResources.plain_reprint_slip_yaml),
      "plain-rest-slip.yaml": text(PackageResources.plain_rest_slip_yaml),
      "plain-revision-slip.yaml": text(PackageResources.plain_revision_slip_yaml),
    ],
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
