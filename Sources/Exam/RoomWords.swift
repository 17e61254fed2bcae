extension Wording {
  /// A room by what people call it: «кабинет 204» in short, but «Спортзал».
  public static func room(_ label: String) -> Wording {
    label.first?.isNumber == true
      ? Wording(ru: "каб. " + label, en: "room " + label) : Wording(same: label)
  }
}
