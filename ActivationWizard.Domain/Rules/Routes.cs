namespace ActivationWizard.Domain.Rules;

/// <summary>What people call a case by: the instruction's four scenarios.</summary>
public enum Scenario
{
    /// <summary>1, and 3b to an account that was not active.</summary>
    Email,

    /// <summary>2.</summary>
    Post,

    /// <summary>3.</summary>
    Refusal,

    /// <summary>4, by e-mail or letter, and 3b to an account that was active.</summary>
    NewCode,
}

/// <summary>What kind of route a route is.</summary>
public static class Routes
{
    extension(Route route)
    {
        /// <summary>The code goes by letter.</summary>
        public bool IsLetter => route is Route.LetterTenant or Route.RecreateLetterTenant;

        /// <summary>The old account goes and a new one comes.</summary>
        public bool Recreates =>
            route is Route.RecreateEmailTenant or Route.RecreateLetterTenant or Route.RecreateEmailAdministrator;

        /// <summary>The code goes to the court administrator (3b).</summary>
        public bool IsForAdministrator => route is Route.EmailAdministrator or Route.RecreateEmailAdministrator;

        /// <summary>What people call the case by.</summary>
        public Scenario Scenario =>
            route is Route.Refusal ? Scenario.Refusal
            : route.Recreates ? Scenario.NewCode
            : route.IsLetter ? Scenario.Post
            : Scenario.Email;
    }
}
