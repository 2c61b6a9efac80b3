using System.Text;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>
/// What a command writes as errors: all of it goes on to <paramref name="rest"/>, but the lines of security, which are kept.
/// </summary>
internal sealed class CommandErrors(TextWriter rest) : TextWriter
{
    /// <summary>The lines of security, in order.</summary>
    public List<string> Security { get; } = [];

    /// <inheritdoc />
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc />
    public override void Write(char value) => rest.Write(value);

    /// <inheritdoc />
    public override void WriteLine(string? value)
    {
        if (value?.Contains("Security: what=", StringComparison.Ordinal) is true)
            Security.Add(value);
        else
            rest.WriteLine(value);
    }
}
