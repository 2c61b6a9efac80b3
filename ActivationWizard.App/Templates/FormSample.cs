using ActivationWizard.App.Intake;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.App.Templates;

/// <summary>One field of the website's form, as a mail has it.</summary>
/// <param name="Field">Which.</param>
/// <param name="Written">As it stands in the mail; null when no line is about it.</param>
/// <param name="IsTwice">It stands there twice, with another value: it counts for nothing.</param>
/// <param name="Fault">What is wrong with it; null for nothing.</param>
public sealed record SampleField(FormField Field, string? Written, bool IsTwice, IntakeFault? Fault);

/// <summary>What a mail of the website's form would come to. Nothing of it is kept.</summary>
/// <param name="Fields">Every field, in the order of the form.</param>
/// <param name="UnknownLabels">Labels that are not known.</param>
/// <param name="OpensCase">True when it would become a case by itself.</param>
public sealed record FormSample(IReadOnlyList<SampleField> Fields, IReadOnlyList<string> UnknownLabels, bool OpensCase)
{
    /// <summary>The longest text that is read, in characters: that of a mail.</summary>
    public const int LongestText = MailBounds.LongestText;

    /// <summary>Reads a text as if it came in by mail at <paramref name="now"/>.</summary>
    public static FormSample Of(string text, DateTimeOffset now)
    {
        var form = FormReading.Of(TypedText.Lines(text) ?? "");
        var reading = IntakeReading.Of(MailedRequest.Of(form), now);
        var fields = Enum.GetValues<FormField>().Select(field => new SampleField(
            field,
            form.Values.GetValueOrDefault(field),
            form.Twice.Contains(field),
            reading.Faults.FirstOrDefault(fault => fault.Field == InIntake(field))));
        return new FormSample([.. fields], form.Unknown, reading.Request is not null);
    }

    /// <summary>The same field of a request.</summary>
    public static IntakeField InIntake(FormField field) => Enum.Parse<IntakeField>($"{field}");
}
