using System.Globalization;

namespace ActivationWizard.App.Replay.Diagram;

/// <summary>A line from one point to another along straight pieces, its corners rounded, with an arrow at its end.</summary>
public sealed record DiagramLine(IReadOnlyList<(int X, int Y)> Points)
{
    private const double CornerRadius = 5, ArrowLength = 6.5, ArrowHalfWidth = 3.5;

    /// <summary>From <c>72,66 72,124</c>.</summary>
    public static DiagramLine Parse(string points) => new(
        [.. points.Split(' ').Select(point => point.Split(',')).Select(pair => (Number(pair[0]), Number(pair[1])))]);

    /// <summary>The same way back.</summary>
    public DiagramLine Reversed() => new([.. Points.Reverse()]);

    /// <summary>The line as SVG's <c>d</c>.</summary>
    public string Path
    {
        get
        {
            var path = Invariant($"M{Points[0].X} {Points[0].Y}");
            for (var at = 1; at < Points.Count - 1; at++)
            {
                var (before, after) = (Toward(Points[at], Points[at - 1]), Toward(Points[at], Points[at + 1]));
                path += Invariant($"L{before.X:0.#} {before.Y:0.#}Q{Points[at].X} {Points[at].Y} {after.X:0.#} {after.Y:0.#}");
            }

            return path + Invariant($"L{Points[^1].X} {Points[^1].Y}");
        }
    }

    /// <summary>The arrow at the end as SVG's <c>points</c>.</summary>
    public string Arrow
    {
        get
        {
            var ((fromX, fromY), (x, y)) = (Points[^2], Points[^1]);
            var (alongX, alongY) = (Math.Sign(x - fromX), Math.Sign(y - fromY));
            var (baseX, baseY) = (x - (alongX * ArrowLength), y - (alongY * ArrowLength));
            var (acrossX, acrossY) = (alongY * ArrowHalfWidth, alongX * ArrowHalfWidth);
            return Invariant($"{x},{y} {baseX + acrossX:0.#},{baseY + acrossY:0.#} {baseX - acrossX:0.#},{baseY - acrossY:0.#}");
        }
    }

    private static (double X, double Y) Toward((int X, int Y) corner, (int X, int Y) other)
    {
        var length = Math.Max(Math.Abs(other.X - corner.X), Math.Abs(other.Y - corner.Y));
        if (length is 0)
            return corner;
        var part = Math.Min(CornerRadius, length / 2.0) / length;
        return (corner.X + ((other.X - corner.X) * part), corner.Y + ((other.Y - corner.Y) * part));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
