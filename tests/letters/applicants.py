"""Five invented applicants with everything their letters need: several countries, names, visas, gaps and degrees."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sidecar.letters import Thread
from sidecar.people import Mailbox, Milestone, Profile, Program, Referee, Season

NOW = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
SEASON = Season(
    "2026-2027",
    (
        Milestone("eras-opens", "ERAS opens", date(2026, 6, 3), official=True, source="A"),
        Milestone("submission-opens", "Applications open", date(2026, 9, 2), official=False, source="A"),
        Milestone("review-begins", "Programs begin to review", date(2026, 9, 23), official=False, source="A"),
        Milestone("rank-list-deadline", "Rank list deadline", date(2027, 3, 3), official=False, source="N"),
        Milestone("match-day", "Match Day", date(2027, 3, 19), official=True, source="N"),
    ),
)


@dataclass(frozen=True)
class Applicant:
    """A person, a referee, a program, and the words only they can supply."""

    profile: Profile
    referee: Referee
    program: Program
    words: dict[str, str | list[str]] = field(default_factory=dict)

    @property
    def thread(self) -> Thread:
        """The thread of the request they sent three weeks ago."""
        return Thread(
            subject=f"Recommendation letter for US residency: {self.profile.name}",
            first_sent=date(2026, 5, 20),
            message_id="last@mail.example",
            references=("first@mail.example", "last@mail.example"),
            to=(Mailbox(self.referee.name, self.referee.address),),
        )


ZOE = Applicant(
    Profile(
        name="Zoë Ağaoğlu",
        degrees="MD",
        school="Hacettepe University Faculty of Medicine",
        graduation_year=2024,
        aamc_id="14830276",
        email="zoe.agaoglu@mail.example",
        phone="+90 555 010 2030",
        specialty="Internal Medicine",
        cycle="2026-2027",
        visa="J-1",
        step2=251,
    ),
    Referee(
        "rao",
        "Anita Rao, MD, FACP",
        "arao@lakeside.example",
        title="Dr.",
        institution="Lakeside Medical Center",
        role="attending",
        worked_from=date(2026, 5, 4),
        worked_until=date(2026, 5, 29),
    ),
    Program(
        "lakeside-im",
        "Lakeside Medical Center Internal Medicine Residency",
        city="Cleveland",
        state="OH",
        director="Patrick O'Neill, MD",
        director_address="poneill@lakeside.example",
        coordinator="Dana Whitfield",
        coordinator_address="dwhitfield@lakeside.example",
        interviewed_on=date(2026, 11, 12),
    ),
    {
        "role": "sub-intern",
        "service": "the inpatient hematology service",
        "shared_work": "the weekly sickle cell clinic and my talk on iron chelation at noon conference",
        "observed": "You read my admission notes every morning and taught me to plan a transfusion in three lines.",
        "since": "I have worked as a general practitioner in Ankara and passed USMLE Step 2 CK in November 2025.",
        "supervisor": "Dr. Leah Brandt",
        "have_letters_from": "two internists at my university hospital in Ankara",
        "new": "I passed USMLE Step 3 in March 2026 and presented a poster on transfusion at a state meeting in April.",
        "update": "My USMLE Step 2 CK result came in on October 2: 251.",
        "tie": "My sister and her family have lived in Cleveland since 2019, and I stayed with them for two summers.",
        "question": "Does the program sponsor J-1 visas for first-year residents in the coming academic year?",
        "reason": "the resident-run sickle cell clinic and the research block in the second year",
        "rotation_months": "in May 2026",
        "attending": "Dr. Anita Rao",
        "rotation_fact": "With her I followed eleven patients from admission to their first clinic visit.",
        "interview_memory": "Dr. Ramos explaining how residents chose the new night-float schedule themselves",
        "learned": "I had not known that interns present their own quality projects in spring.",
        "duties": ["Wrote daily notes for 6 to 8 patients", "Presented at noon conference on May 20"],
        "cases": ["A young adult with acute chest syndrome: history, transfusion plan, discharge teaching"],
        "projects": ["Talk on iron chelation, May 2026"],
    },
)

SUHARTI = Applicant(
    Profile(
        name="Suharti",
        degrees="MD, MPH",
        school="Universitas Airlangga",
        graduation_year=2018,
        aamc_id="15002841",
        email="suharti.dr@post.example",
        phone="+62 811 000 111",
        specialty="Family Medicine",
        cycle="2026-2027",
        visa="permanent resident (green card)",
    ),
    Referee(
        "mensah",
        "Kwame Mensah",
        "kwame.mensah@hospital.example",
        title="Professor",
        institution="Dr. Soetomo Hospital",
        role="professor",
        abroad=True,
        worked_from=date(2022, 1, 10),
        worked_until=date(2023, 12, 20),
    ),
    Program(
        "riverbend-fm",
        "Riverbend Family Medicine Residency",
        city="Spokane",
        state="WA",
        director="Marisol Vega-Quintero",
        director_address="mvega@riverbend.example",
        interviewed_on=date(2026, 10, 30),
    ),
    {
        "role": "a junior doctor",
        "service": "the community health unit",
        "shared_work": "the tuberculosis home visits in 2023 and the hypertension register we set up",
        "observed": "You went through my contact lists with me on Fridays and let me lead the vaccine day in Kenjeran.",
        "since": "Since then I have run a rural clinic in East Java and moved to the United States in January 2025.",
        "supervisor": "Dr. Siti Rahayu",
        "have_letters_from": "my former dean and a family physician in Surabaya",
        "new": "I completed a three-month observership in a community clinic in Spokane in May 2026.",
        "update": "I passed USMLE Step 3 on October 6.",
        "tie": "I have lived in Spokane with my husband, a nurse at a local hospital, since January 2025.",
        "question": "Does the program accept graduates of 2018, given the five-year limit on its website?",
        "reason": "the refugee health track with its home visits, close to the work I did in East Java",
        "rotation_months": "from March to May 2026",
        "attending": "Dr. Owen Hartley",
        "rotation_fact": "I helped to build the vaccine reminder list that the clinic still uses.",
        "interview_memory": "the walk through the refugee clinic with Dr. Hartley and two interns",
        "learned": "The way your residents share one panel of patients over three years is what I hope to learn.",
        "duties": ["Saw about 20 outpatients a day", "Led the monthly review of tuberculosis contacts"],
        "cases": ["A family of five with latent tuberculosis: screening and treatment over nine months"],
    },
)

NNAMDI = Applicant(
    Profile(
        name="Chukwuemeka Nnamdi-Okafor",
        degrees="MBBS",
        school="University of Ibadan College of Medicine",
        graduation_year=2021,
        aamc_id="14977310",
        email="emeka.no@letters.example",
        specialty="Psychiatry",
        cycle="2026-2027",
        visa="H-1B",
    ),
    Referee(
        "castellanos",
        "Prof. Inés Castellanos",
        "icastellanos@northgate.example",
        institution="Northgate University Hospital",
        role="department chair",
        worked_from=date(2024, 11, 1),
        worked_until=date(2025, 1, 31),
        needed_by=date(2026, 8, 21),
    ),
    Program(
        "northgate-psych",
        "Northgate University Psychiatry Residency",
        city="Baltimore",
        state="MD",
        director="Dr. Thomas Lindqvist",
        director_address="tlindqvist@northgate.example",
        coordinator="Ruth Abara",
        coordinator_address="rabara@northgate.example",
        interviewed_on=date(2026, 12, 3),
    ),
    {
        "role": "observer",
        "service": "the consultation-liaison service",
        "shared_work": "the delirium rounds on Tuesdays",
        "observed": "You heard me present two patients with catatonia and asked me to write up the second one.",
        "since": "After the rotation I returned to Ibadan and worked as a medical officer in psychiatry for a year.",
        "supervisor": "Dr. Miriam Feld",
        "have_letters_from": "three psychiatrists in Nigeria",
        "new": "I received my ECFMG certificate in February 2026 and have a paper on delirium in press.",
        "update": "On September 28 I received my ECFMG certificate.",
        "tie": "My wife began her doctoral studies at a university in Baltimore in August 2025.",
        "question": "Would you consider an applicant who needs H-1B sponsorship and has passed Step 3?",
        "reason": "your early psychosis clinic accepts walk-in patients, and I would like to learn how that is staffed",
        "rotation_months": "from November 2024 to January 2025",
        "attending": "Dr. Miriam Feld",
        "rotation_fact": "We used a bedside screen for delirium that I later introduced in Ibadan.",
        "interview_memory": "the case conference on catatonia that I was allowed to sit in on",
        "learned": "It showed me how much room your faculty leave for disagreement at the bedside.",
        "duties": ["Joined daily consult rounds", "Collected outcome data for a delirium audit (41 patients)"],
        "cases": ["An older man with postoperative delirium: collateral history and family meeting"],
        "projects": ["Delirium audit, poster in January 2025"],
    },
)

MARIA = Applicant(
    Profile(
        name="María José Fernández Ibáñez",
        degrees="MD, PhD",
        school="Universidad Nacional de Córdoba",
        graduation_year=2015,
        aamc_id="14500998",
        email="mjfernandez@correo.example",
        phone="+54 351 555 0199",
        specialty="Pediatrics",
        cycle="2026-2027",
        visa="US citizen",
    ),
    Referee(
        "van-der-berg",
        "Johanna van der Berg",
        "jvdberg@harbor.example",
        title="Dr.",
        institution="Harbor Children's Hospital",
        role="research mentor",
        worked_from=date(2023, 9, 1),
        worked_until=date(2025, 2, 28),
    ),
    Program(
        "harbor-peds",
        "Harbor Children's Hospital Pediatrics Residency",
        city="Providence",
        state="RI",
        director="Eun-ji Park, MD, MPH",
        director_address="epark@harbor.example",
        coordinator_address="peds-residency@harbor.example",
        interviewed_on=date(2026, 11, 24),
    ),
    {
        "role": "research fellow",
        "service": "the neonatal follow-up clinic",
        "shared_work": "the feeding study in late preterm infants and Thursday clinics",
        "observed": "You checked my growth charts in the first months and later left the family interviews to me.",
        "since": "In the meantime I have practiced as a pediatrician in Córdoba and published our feeding study.",
        "supervisor": "Dr. Paul Adeyemi",
        "have_letters_from": "two pediatricians in Argentina",
        "new": "Our feeding study was published in January 2026, and I have since done two months of pediatric wards.",
        "update": "Our paper on feeding in late preterm infants was published on October 9.",
        "tie": "I grew up in Providence until I was twelve, and my parents live there.",
        "question": "Your site lists a limit of ten years since graduation; does clinical practice since then count?",
        "reason": "the joint clinic with obstetrics, where the questions of my doctorate come up every week",
        "rotation_months": "from September 2023 to February 2025",
        "attending": "Dr. Johanna van der Berg",
        "rotation_fact": "I enrolled 112 families and saw most of them again at six months.",
        "interview_memory": "a second-year resident who showed me the asthma van",
        "learned": "I now understand how your residents keep their continuity clinic during intensive care months.",
        "duties": ["Enrolled 112 families", "Examined infants at 3 and 6 months under supervision"],
        "cases": ["An infant with slow weight gain: feeding history, plan, and weekly calls with the family"],
        "projects": ["Feeding study in late preterm infants, published 2026, second author"],
    },
)

ARJUN = Applicant(
    Profile(
        name="Arjun Ramanathan",
        degrees="MBBS, MS",
        school="Kilpauk Medical College",
        graduation_year=2022,
        aamc_id="15113377",
        email="arjun.ramanathan@inbox.example",
        phone="+1 312 555 0142",
        specialty="General Surgery",
        visa="EAD",
    ),
    Referee(
        "delacroix-hughes",
        "Simone Delacroix-Hughes, DO",
        "sdh@stanselm.example",
        institution="St. Anselm Hospital",
        role="attending",
        worked_from=date(2026, 3, 2),
        worked_until=date(2026, 4, 24),
    ),
    Program(
        "anselm-surgery",
        "St. Anselm Hospital General Surgery Residency",
        city="Chicago",
        state="IL",
        director="Malik Johnson",
        address="surgery-residency@stanselm.example",
        interviewed_on=date(2026, 12, 9),
    ),
    {
        "role": "an extern",
        "service": "the acute care surgery team",
        "shared_work": "the night calls in April and our case report on a small bowel obstruction",
        "observed": "You watched me close a laparotomy at four in the morning and had me explain every knot.",
        "since": "I then worked in a trauma registry in Chicago and assisted in the skills lab.",
        "supervisor": "Dr. Grace Oyelaran",
        "have_letters_from": "two surgeons in Chennai",
        "new": "I have been a trauma registry analyst since January 2026 and passed USMLE Step 3 in May 2026.",
        "update": "I completed a four-week trauma surgery rotation in Milwaukee on September 18.",
        "tie": "I have lived in Chicago since 2023; my wife works here as a pharmacist.",
        "question": "Do you accept a work permit (EAD) in place of visa sponsorship?",
        "reason": "the rural surgery rotation in the third year and the open skills lab",
        "rotation_months": "in March and April 2026",
        "attending": "Dr. Simone Delacroix-Hughes",
        "rotation_fact": "On this team I learned to present an acute abdomen in under a minute.",
        "interview_memory": "the chief resident's honest answer about operative numbers in the first year",
        "learned": "I left with a clear picture of how your residents learn to run the trauma bay.",
        "duties": ["Pre-rounded on 5 patients a day", "First assistant in 14 operations"],
        "cases": ["A patient with closed-loop obstruction: examination, imaging, consent with the attending"],
        "projects": ["Case report, submitted in May 2026"],
    },
)

FIVE = (ZOE, SUHARTI, NNAMDI, MARIA, ARJUN)
