/// Layouts are measured in millimetres, pages in points.
func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
