namespace ActivationWizard.App.Inbox;

/// <summary>What the inbox uses, once per circuit.</summary>
public static class InboxRegistration
{
    public static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddScoped<InboxDesk>()
        .AddScoped<QuestionDesk>();
}
