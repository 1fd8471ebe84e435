/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "document/charter-document-private.h"

#include <stdlib.h>
#include <string.h>

/* The questions that can be put to people, ascending by id.  Scale T: 1 not true at all,
 * 2 a bit true, 3 half true, 4 mostly true, 5 very true.  Scale F: 1 never, 2 not often,
 * 3 some of the time, 4 mostly, 5 always.  Both add "I cannot say" and "I would rather not
 * say".  "They" is the group named in the round. */

typedef struct
{
  const char *id;
  const char *text;
  char        scale;
} Question;

static const Question questions[] = {
  { "q-aim-high", "Are we trying for something better, not just getting by?", 'T' },
  { "q-all-options", "Were you told about all the choices, with the good and bad of each?", 'T' },
  { "q-asked-wishes", "Do they ask what you want and what counts in your home and culture?", 'F' },
  { "q-at-ease-elsewhere", "Do you feel sure of yourself when you work with other groups in their way?", 'F' },
  { "q-at-ease-honest", "Do you feel at ease when you are honest with them?", 'F' },
  { "q-backed", "After you spoke up, did you get the help you needed?", 'T' },
  { "q-believed-in", "Do they show that they believe in you?", 'F' },
  { "q-better-for-me", "Is the service better for people like you because of this work?", 'T' },
  { "q-bond", "Do you have a good bond with this group?", 'T' },
  { "q-can-challenge", "If someone behaved badly here, would you feel able to say so?", 'T' },
  { "q-can-see", "Can you see what good this work has done round here?", 'T' },
  { "q-counted", "Is working together with people part of how your own work is judged?", 'T' },
  { "q-difference", "Are people here glad when someone sees things in another way?", 'F' },
  { "q-dignity", "Do they treat you with dignity?", 'F' },
  { "q-drawn-in", "Do others help you to take part?", 'F' },
  { "q-easy-read", "Is what we send you easy to read and use?", 'F' },
  { "q-enough-time", "Did you have enough time to understand and think?", 'F' },
  { "q-equal-say", "Does your group have as much say as the others?", 'F' },
  { "q-equal-weight", "Does what you know count as much as what others know?", 'F' },
  { "q-expert", "Are you treated as an expert because of what you have lived through?", 'F' },
  { "q-fair-expect", "Do we ask each group for things it can really do?", 'T' },
  { "q-fair-load", "Is the work shared in a fair way?", 'T' },
  { "q-faith", "Do you believe this group will do its job well?", 'T' },
  { "q-felt-with", "Today, did they try to understand how you feel?", 'T' },
  { "q-fits-me", "Do they change how they work so that it suits you?", 'F' },
  { "q-found-out", "Could you get all the facts you needed?", 'F' },
  { "q-gently-asked", "When you were quiet, did someone gently ask what you think?", 'F' },
  { "q-get-on", "Do you get on well with each other?", 'T' },
  { "q-getting-better", "Is this partnership getting better at what it does?", 'T' },
  { "q-give-take", "Does your group get about as much help as it gives?", 'T' },
  { "q-goals-mine", "Is your plan about the things you want?", 'T' },
  { "q-heard", "Did you get a fair chance to say what you think?", 'F' },
  { "q-heard-out", "Did they ask good questions and let you finish?", 'F' },
  { "q-help-meaning", "Were you offered help to look back on your life, in a way you like?", 'T' },
  { "q-helped-on", "When you want to do something, do they help you do it?", 'F' },
  { "q-honest", "Do they tell you the truth, even when it is hard to say?", 'F' },
  { "q-hope", "Do you come away with more hope?", 'F' },
  { "q-hopeful-story", "Do the words they use help you see your life in a good light?", 'F' },
  { "q-human", "Was what was shared about their own lives just right? (1 none or too much, 5 just right; say which)", 'T' },
  { "q-ideas-welcome", "Are new ideas welcome here, even odd ones?", 'F' },
  { "q-kind-challenge", "When they questioned what you did, were they kind about it?", 'F' },
  { "q-kind-disagree", "When you did not agree, did people stay fair and polite?", 'F' },
  { "q-kind-to-us", "Are you, and the people close to you, treated with care and respect?", 'F' },
  { "q-kind-words", "Are the words they use about you fair and kind?", 'F' },
  { "q-know-how", "Do you know several good ways to plan together with people?", 'T' },
  { "q-know-me", "Do they know what matters most to you?", 'T' },
  { "q-know-who", "Do you know who to ask about each part of the work?", 'T' },
  { "q-knows-unfair", "Do they accept that people like you meet unfair treatment, here as well?", 'T' },
  { "q-learned-from-me", "Have they changed what they do because of what you told them?", 'F' },
  { "q-less-stigma", "Are you met with less fear and scorn than a year ago?", 'T' },
  { "q-listened", "Do they listen to you, and show that they have?", 'F' },
  { "q-made-sense", "Has talking here helped you make sense of what happened to you?", 'T' },
  { "q-made-to-fit", "Was the help made to fit you?", 'T' },
  { "q-meant-well", "When you raised a hard point, did they believe that you meant well?", 'F' },
  { "q-mistakes-safe", "Can you say \"I got it wrong\" here without being blamed?", 'F' },
  { "q-my-choice", "Did you get to choose what was right for you?", 'F' },
  { "q-my-culture", "Is your culture respected in your care?", 'F' },
  { "q-my-mind", "Did you get help to make up your own mind?", 'F' },
  { "q-new-ways", "Do they try new ways to give you what you need?", 'F' },
  { "q-not-label", "Do they see you as a person, not as an illness?", 'F' },
  { "q-not-rivals", "Do we work as one side, not as rivals?", 'F' },
  { "q-not-rushed", "Did you have enough time together?", 'F' },
  { "q-not-token", "Are you here as an equal, and not just for show?", 'F' },
  { "q-one-team", "Round here, do they work as one team?", 'F' },
  { "q-open-talk", "Are the real talks held in the open, where all can take part?", 'F' },
  { "q-other-ways", "Are they open to ways that are not their own?", 'F' },
  { "q-our-goals", "Have they helped you with your own goals?", 'T' },
  { "q-our-words", "Do they respect your way of saying and doing things?", 'F' },
  { "q-own-skills", "Do others trust your skills and ask for your advice?", 'F' },
  { "q-own-up", "When someone here acts badly, do they own up and put it right?", 'F' },
  { "q-own-way", "Can you do things your own way and still get help from them?", 'F' },
  { "q-partners", "Do you work as partners?", 'F' },
  { "q-people-first", "Do the people we are here for come first when we choose what to do?", 'F' },
  { "q-person-centre", "When we plan changes, do we keep in mind the person who needs the care?", 'F' },
  { "q-pref-used", "Did what you like best shape the care you got?", 'F' },
  { "q-public-first", "Do they put what is good for everyone before what is good for them?", 'F' },
  { "q-race-equality", "Do they act on race equality, as well as talk about it?", 'F' },
  { "q-race-support", "Did the help you got with race equality or racism suit you?", 'T' },
  { "q-real-life", "Does the help fit your life as it really is?", 'F' },
  { "q-real-part", "Did you take a real part in making the plan?", 'T' },
  { "q-respected", "Do they treat you with respect?", 'F' },
  { "q-role-respected", "Do they respect your job here, and what you need to do it?", 'F' },
  { "q-rules-help", "Do our rules help people to be partners in their care?", 'T' },
  { "q-safe", "Do you feel safe to say what really happened to you?", 'F' },
  { "q-say-openly", "Do people here say openly what they think and know?", 'F' },
  { "q-sector-valued", "Are voluntary groups valued here as much as public bodies?", 'T' },
  { "q-seen-strengths", "Do others notice what your group is good at?", 'F' },
  { "q-shaped-plan", "Can you see your group's mark on our plan?", 'T' },
  { "q-skills-grown", "Have you learned skills here that you needed?", 'T' },
  { "q-small-choices", "Do you get a choice in small things as well as big ones?", 'F' },
  { "q-straight", "Are facts put fairly here, the bad with the good?", 'F' },
  { "q-sway", "Can you change what they decide, when it matters to our work?", 'F' },
  { "q-take-help", "Are they open to your help and your tips?", 'F' },
  { "q-taken-seriously", "Is what you have been through taken seriously?", 'F' },
  { "q-thanked", "Are you named and thanked for what you put in?", 'F' },
  { "q-they-learn", "Are they willing to learn from you?", 'F' },
  { "q-time-allowed", "Does your boss make sure you have time to work this way?", 'F' },
  { "q-time-to-learn", "Do we stop to learn, as well as get things done?", 'F' },
  { "q-told-in-time", "Were you told in good time about things that touch you?", 'F' },
  { "q-triggers", "Do they know what makes you unwell and what keeps you well?", 'T' },
  { "q-trust", "Do you trust this group?", 'T' },
  { "q-trusted", "Do they trust you to do what you said you would do?", 'F' },
  { "q-understood", "Do they hear you, and understand what you mean?", 'F' },
  { "q-unsure-ok", "Is it all right here to say \"we do not know yet\"?", 'F' },
  { "q-used-well", "Is what you know put to real use?", 'F' },
  { "q-values-guide", "Do our values guide what we talk about and choose?", 'F' },
  { "q-view-answered", "When you see things in your own way, do they answer with respect?", 'F' },
  { "q-warm", "Are they kind and warm to you?", 'F' },
  { "q-we-change", "Have we become better this year in how we treat each other?", 'T' },
  { "q-will-change", "When a way does not work for you, do they change it?", 'F' },
  { "q-with-not-for", "Do they want to work with you, and not just for you?", 'T' },
  { "q-work-well", "Do you get things done well with this group?", 'F' },
  { "q-worth-it", "Does working together with people lead to better care?", 'T' },
};

const char *const charter_question_ids[] = {
  "q-aim-high", "q-all-options", "q-asked-wishes", "q-at-ease-elsewhere", "q-at-ease-honest",
  "q-backed", "q-believed-in", "q-better-for-me", "q-bond", "q-can-challenge", "q-can-see",
  "q-counted", "q-difference", "q-dignity", "q-drawn-in", "q-easy-read", "q-enough-time",
  "q-equal-say", "q-equal-weight", "q-expert", "q-fair-expect", "q-fair-load", "q-faith",
  "q-felt-with", "q-fits-me", "q-found-out", "q-gently-asked", "q-get-on", "q-getting-better",
  "q-give-take", "q-goals-mine", "q-heard", "q-heard-out", "q-help-meaning", "q-helped-on",
  "q-honest", "q-hope", "q-hopeful-story", "q-human", "q-ideas-welcome", "q-kind-challenge",
  "q-kind-disagree", "q-kind-to-us", "q-kind-words", "q-know-how", "q-know-me", "q-know-who",
  "q-knows-unfair", "q-learned-from-me", "q-less-stigma", "q-listened", "q-made-sense",
  "q-made-to-fit", "q-meant-well", "q-mistakes-safe", "q-my-choice", "q-my-culture", "q-my-mind",
  "q-new-ways", "q-not-label", "q-not-rivals", "q-not-rushed", "q-not-token", "q-one-team",
  "q-open-talk", "q-other-ways", "q-our-goals", "q-our-words", "q-own-skills", "q-own-up",
  "q-own-way", "q-partners", "q-people-first", "q-person-centre", "q-pref-used", "q-public-first",
  "q-race-equality", "q-race-support", "q-real-life", "q-real-part", "q-respected",
  "q-role-respected", "q-rules-help", "q-safe", "q-say-openly", "q-sector-valued",
  "q-seen-strengths", "q-shaped-plan", "q-skills-grown", "q-small-choices", "q-straight", "q-sway",
  "q-take-help", "q-taken-seriously", "q-thanked", "q-they-learn", "q-time-allowed",
  "q-time-to-learn", "q-told-in-time", "q-triggers", "q-trust", "q-trusted", "q-understood",
  "q-unsure-ok", "q-used-well", "q-values-guide", "q-view-answered", "q-warm", "q-we-change",
  "q-will-change", "q-with-not-for", "q-work-well", "q-worth-it", NULL
};

static int
compare_question (gconstpointer id,
                  gconstpointer question)
{
  return strcmp (id, ((const Question *) question)->id);
}

static const Question *
find_question (const char *id)
{
  return bsearch (id, questions, G_N_ELEMENTS (questions), sizeof *questions, compare_question);
}

const char *
charter_question_text (const char *id)
{
  const Question *question = find_question (id);

  return question != NULL ? question->text : NULL;
}

char
charter_question_scale (const char *id)
{
  const Question *question = find_question (id);

  return question != NULL ? question->scale : 0;
}
