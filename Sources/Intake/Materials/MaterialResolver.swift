public import Exam

/// Tells from the facts of pages what is printed for each work, and what is wrong with it.
public enum MaterialResolver {
  /// The pages of every work of `description`, read from `documents`.
  public static func resolve(
    description: ExamDescription, policy: Policy, documents: [MaterialDocument]
  ) -> MaterialResult {
    var result = MaterialResult()
    for work in description.works {
      var findings: [Finding] = []
      let materials = work.materials.map { material in
        var reading = MaterialReading(
          work: work, material: material, description: description, policy: policy)
        reading.read(
          documents.filter { $0.work == work.id && $0.material == material.id })
        findings += reading.findings
        return reading.pages
      }
      let assembly = WorkAssembly(work: work, policy: policy, materials: materials)
      result.works.append(assembly.pages())
      result.findings += findings + assembly.findings()
    }
    return result
  }
}
