namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>
/// A table of many small cases in one test: how many were held against what was expected, and which were otherwise.
/// </summary>
internal sealed class Table(string name)
{
    private readonly List<string> _wrong = [];

    /// <summary>The cases so far.</summary>
    public int Cases { get; private set; }

    /// <summary>One case.</summary>
    /// <param name="about">What it is, for who has to look into it.</param>
    /// <param name="expected">By the reading of the tests.</param>
    /// <param name="actual">By the product.</param>
    public void Hold<T>(FormattableString about, T expected, T actual)
    {
        Cases++;
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            _wrong.Add(FormattableString.Invariant($"{FormattableString.Invariant(about)}: {actual}, not {expected}"));
    }

    /// <summary>None was otherwise, and there were at least so many.</summary>
    public void Check(int atLeast)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {Cases} cases, {_wrong.Count} wrong");
        Assert.True(
            _wrong.Count is 0, $"{name}: {_wrong.Count} of {Cases} wrong\n{string.Join('\n', _wrong.Take(20))}");
        Assert.InRange(Cases, atLeast, int.MaxValue);
    }
}
