using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Hosting;

/// <summary>Turns wrong settings into a few lines that name the keys, instead of a stack trace.</summary>
public static class BrokenSettings
{
    public const int ExitCode = 1;

    /// <summary>True when <paramref name="exception"/> says nothing but that settings are wrong.</summary>
    public static bool Explains(Exception exception) =>
        exception is OptionsValidationException or IOException { InnerException: AddressInUseException }
        || (exception is AggregateException several && several.InnerExceptions.All(Explains));

    /// <summary>Writes each failure on a line of its own; returns the exit code.</summary>
    public static int Print(Exception exception, TextWriter output)
    {
        output.WriteLine("ActivationWizard does not start, because of its settings:");
        foreach (var failure in Failures(exception))
            output.WriteLine($"  {failure}");
        return ExitCode;
    }

    private static IEnumerable<string> Failures(Exception exception) => exception switch
    {
        OptionsValidationException one => one.Failures,
        IOException => ["Urls: another program listens on this address already. Is the app running twice?"],
        AggregateException several => several.InnerExceptions.SelectMany(Failures),
        _ => [],
    };
}
