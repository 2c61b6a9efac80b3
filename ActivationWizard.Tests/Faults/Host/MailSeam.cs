using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Integrations.Mailbox.Store;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>
/// Kills the process at the so manieth question to the mailbox or write about a message, counted from the moment that a file says
/// which: its number, negative for after it instead of before.
/// </summary>
internal sealed class MailSeam(string file, TimeProvider time)
{
    private readonly Lock _gate = new();
    private int _passed;

    /// <summary>Puts it before the mailbox and the journal.</summary>
    public static void Add(IServiceCollection services, string file)
    {
        services.AddSingleton(provider => new MailSeam(file, provider.GetRequiredService<TimeProvider>()));
        services.Surround<IMailStore>(provider => provider.GetRequiredService<MailSeam>().AskAsync);
        services.Surround<IJournalWriter>(provider => provider.GetRequiredService<MailSeam>().WriteAsync);
    }

    private Task<object?> AskAsync(MethodInfo method, object?[] arguments, Func<Task<object?>> inner) =>
        method.Name is nameof(IMailStore.WaitAsync) ? inner() : PassAsync(inner);

    private Task<object?> WriteAsync(MethodInfo method, object?[] arguments, Func<Task<object?>> inner) =>
        arguments is [IJournalWrite { Subject: var subject }, ..] && IsOfMessage(subject) ? PassAsync(inner) : inner();

    private static bool IsOfMessage(string subject) =>
        subject.StartsWith("message ", StringComparison.Ordinal) || subject.StartsWith("intake ", StringComparison.Ordinal)
        || (subject.StartsWith("mail ", StringComparison.Ordinal) && subject is not ("mail work" or "mail templates"));

    private async Task<object?> PassAsync(Func<Task<object?>> inner)
    {
        if (!File.Exists(file))
            return await inner();
        var at = int.Parse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture);
        int passed;
        lock (_gate)
            passed = ++_passed;
        if (passed == at)
            await DieAsync();
        var came = await inner();
        if (passed == -at)
            await DieAsync();
        return came;
    }

    private Task DieAsync()
    {
        Process.GetCurrentProcess().Kill();
        return Task.Delay(Timeout.InfiniteTimeSpan, time);
    }
}
