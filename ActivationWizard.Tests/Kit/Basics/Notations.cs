using CsCheck;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>
/// Values as people write them, each with what the rules make of it: the product's reading, and what is expected of it, are
/// compared and counted.
/// </summary>
internal sealed class Notations<T>(Gen<T> values, Func<T, string> read, Func<T, string> expected, Func<T, string> print)
{
    /// <summary>How many came to what.</summary>
    public SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>Fails at the first difference, with the seed that gives it again.</summary>
    public void Check(int count) => values.Sample(
        one =>
        {
            var outcome = read(one);
            lock (Outcomes)
                Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
            return outcome == expected(one);
        },
        iter: count,
        print: one => $"{print(one)}: {read(one)}, expected {expected(one)}");

    public override string ToString() =>
        $"{Outcomes.Values.Sum()} tried: {string.Join(", ", Outcomes.Select(one => $"{one.Key} {one.Value}"))}, differences 0";
}
