using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Hosting;

/// <summary>How a line of the log is written.</summary>
public enum LogForm
{
    /// <summary>For people: one line of text.</summary>
    Text,

    /// <summary>For programs: one JSON object on a line.</summary>
    Json,
}

/// <summary>The section <c>Log</c> of the settings, beside the framework's own <c>Logging</c>.</summary>
public static class LogSettings
{
    // With the zone, so that lines of two machines can be laid side by side.
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    private static readonly Setting<LogForm> Form = new("Log:Form", Kinds.Choice<LogForm>(), LogForm.Text)
    {
        Meaning = "Whether a line of the log is text, or a JSON object for a program that collects them. Both have the date, the "
            + "time and the zone.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        "Log", "How the log is written, to standard output. What is written is the framework's section `Logging`.", [Form]);

    /// <summary>Reads the section.</summary>
    public static LogForm Read(SettingsReader read) => read.Of(Form);

    /// <summary>Writes lines in this form.</summary>
    public static void AddLines(this ILoggingBuilder logging, LogForm form)
    {
        if (form is LogForm.Json)
        {
            logging.AddJsonConsole(options =>
                (options.UseUtcTimestamp, options.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        }
        else
        {
            logging.AddSimpleConsole(options =>
                (options.SingleLine, options.UseUtcTimestamp, options.TimestampFormat) = (true, false, Moment + " "));
        }
    }
}
