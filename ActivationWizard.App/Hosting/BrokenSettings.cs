using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Hosting;

/// <summary>Turns what the app ends of into a few lines, a sentence for each fault, instead of a stack trace.</summary>
public static class BrokenSettings
{
    public const int ExitCode = 1;

    private const string Ours = "ActivationWizard.";

    // What is the framework's to read says in its own exceptions what is wrong, with the value.
    private static readonly (string Namespace, string Section)[] OfTheFramework =
        [("Microsoft.AspNetCore.Server.Kestrel", "Kestrel"), ("Microsoft.Extensions.Logging", "Logging")];

    /// <summary>True when <paramref name="exception"/> says nothing but that settings are wrong.</summary>
    public static bool Explains(Exception exception) =>
        exception is OptionsValidationException or IOException { InnerException: AddressInUseException }
        || (exception is AggregateException several && several.InnerExceptions.All(Explains))
        || SectionOf(exception) is not null;

    /// <summary>Writes each failure on a line of its own; returns the exit code.</summary>
    public static int Print(Exception exception, TextWriter output)
    {
        output.WriteLine(Explains(exception)
            ? "ActivationWizard does not start, because of its settings:"
            : "ActivationWizard ends, because of a fault in it:");
        foreach (var failure in Failures(exception))
            output.WriteLine($"  {failure}");
        return ExitCode;
    }

    private static IEnumerable<string> Failures(Exception exception) => exception switch
    {
        OptionsValidationException one => one.Failures,
        IOException { InnerException: AddressInUseException } =>
            ["Urls: another program listens on this address already. Is the app running twice?"],
        AggregateException several => several.InnerExceptions.SelectMany(Failures),
        TypeInitializationException { InnerException: { } inner } => Failures(inner),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } when SectionOf(exception) is not null =>
            ["Urls: this machine does not have that address."],
        SocketException { SocketErrorCode: SocketError.AccessDenied } when SectionOf(exception) is not null =>
            ["Urls: the app's account may not listen on that port; below 1024 that takes a right of its own."],
        _ when SectionOf(exception) is { } section =>
            [$"{section}: what is set in this section cannot be used ({exception.GetType().Name})."],
        // Not its message: that may quote what it could not handle.
        _ => [$"{exception.GetType().FullName} in {PlaceOf(exception)}. Tell who made the app."],
    };

    private static string? SectionOf(Exception exception) => OfTheFramework
        .FirstOrDefault(one => Methods(exception).Any(name => name.StartsWith(one.Namespace, StringComparison.Ordinal)))
        .Section;

    private static string PlaceOf(Exception exception) =>
        Methods(exception).FirstOrDefault(name => name.StartsWith(Ours, StringComparison.Ordinal)) ?? "the framework";

    private static IEnumerable<string> Methods(Exception exception) =>
        from frame in new StackTrace(exception).GetFrames()
        let method = frame.GetMethod()
        let type = method?.DeclaringType
        where type is not null
        select $"{type.FullName}.{method.Name}";
}
