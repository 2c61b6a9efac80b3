namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>What became of the variants of one message; it prints as a row of the table.</summary>
internal sealed class VariantTally(string message)
{
    private readonly List<string> _wrong = [];

    public int Tried => Unknown + Changed + Ignored + _wrong.Count;

    /// <summary>Made what rests on the field unknown.</summary>
    public int Unknown { get; private set; }

    /// <summary>Are another value, which was read.</summary>
    public int Changed { get; private set; }

    /// <summary>Changed nothing.</summary>
    public int Ignored { get; private set; }

    public IReadOnlyList<string> WrongOnes => _wrong;

    public void Wrong(string what) => _wrong.Add(what);

    public void Count(bool isIgnored, bool isUnknown)
    {
        Ignored += isIgnored ? 1 : 0;
        Unknown += !isIgnored && isUnknown ? 1 : 0;
        Changed += isIgnored || isUnknown ? 0 : 1;
    }

    public override string ToString() =>
        $"{message}: {Tried} tried, {Unknown} unknown, {Changed} another value, {Ignored} ignored, {_wrong.Count} wrong";
}
