using System.Globalization;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>What the run says to the host, before the product's own pipeline: only the tests' host has it.</summary>
internal sealed class ControlLine(IServiceProvider services, KillPlan plan) : IStartupFilter
{
    /// <summary>The address that only this host has.</summary>
    public const string Path = "/_faults";

    /// <inheritdoc />
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map(Path, control => control.Run(AnswerAsync));
        next(app);
    };

    private async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        switch (context.Request.Path.Value)
        {
            case "/arm":
                plan.Arm((await context.Request.ReadFromJsonAsync<ArmedPoint[]>())!);
                break;
            case "/go":
                var standing = await GoAsync(query, context.RequestAborted);
                if (standing.Rests)
                    plan.Rested(standing.Number);
                await context.Response.WriteAsJsonAsync(standing);
                break;
            case "/answer":
                await context.Response.WriteAsJsonAsync(await AnswerOnceAsync(query));
                break;
            case "/clock":
                services.GetRequiredService<MovedTime>().By =
                    TimeSpan.FromSeconds(double.Parse(query["ahead"]!, CultureInfo.InvariantCulture));
                break;
            case "/acts":
                await context.Response.WriteAsJsonAsync(services.GetRequiredService<ActTimes>().Take());
                break;
            case "/live-heap":
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                await context.Response.WriteAsJsonAsync(GC.GetTotalMemory(forceFullCollection: true));
                break;
            case "/all-here":
                await plan.AllHere.WaitAsync(context.RequestAborted);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private async Task<Standing> GoAsync(IQueryCollection query, CancellationToken cancellation)
    {
        var limit = TimeSpan.FromSeconds(int.Parse(query["seconds"]!, CultureInfo.InvariantCulture));
        var patience = int.Parse(query["patience"]!, CultureInfo.InvariantCulture);
        return await EmployeeOf(query).HandleAsync(NumberIn(query), limit, patience, cancellation);
    }

    // The same answer to the case as it is now: what a second tab or a second click sends. True when it was taken.
    private async Task<bool> AnswerOnceAsync(IQueryCollection query)
    {
        var number = NumberIn(query);
        var activation = (await services.GetRequiredService<ICaseJournal>().LoadAsync(number, default))!;
        return Employee.AnswerTo(activation) is { } answer
            && await EmployeeOf(query).AnswerAsync(number, activation.Version, answer) is Decision.Taken;
    }

    private static CaseNumber NumberIn(IQueryCollection query) =>
        CaseNumber.TryParse(query["case"], out var number) ? number : throw new BadHttpRequestException("case is no case number");

    private Employee EmployeeOf(IQueryCollection query) =>
        ActivatorUtilities.CreateInstance<Employee>(services, DemoPeople.Find(query["as"]) ?? DemoPeople.Sanne);
}
