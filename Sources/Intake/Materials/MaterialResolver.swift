public import Exam

/// Tells from the facts of pages what is printed for each work, and what is wrong with it.
public enum MaterialResolver {
  /// The pages of every work of `description`, read from `documents`; `aside` are files of their
  /// archives that are no PDF.
  public static func resolve(
    description: ExamDescription, policy: Policy, documents: [MaterialDocument],
    aside: [MaterialAside] = []
  ) -> MaterialResult {
    var result = MaterialResult()
    for work in description.works {
      var findings: [Finding] = []
      var papers: [PaperPages] = []
      let materials = work.materials.map { material in
        var reading = MaterialReading(
          work: work, material: material, description: description, policy: policy)
        reading.read(
          documents.filter { $0.work == work.id && $0.material == material.id })
        findings += reading.findings
        papers += reading.papers
        return reading.pages
      }
      let assembly = WorkAssembly(
        work: work, policy: policy, materials: materials, found: papers,
        aside: aside.filter { $0.work == work.id })
      result.works.append(assembly.pages())
      result.findings += findings + assembly.findings()
    }
    return result
  }
}
